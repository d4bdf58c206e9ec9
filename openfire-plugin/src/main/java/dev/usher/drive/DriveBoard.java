package dev.usher.drive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who leads where, and what each browser last reported about each drive. Time is an argument, outcomes are values. Not
 * thread-safe: the desk's loop owns it.
 */
public final class DriveBoard {
    static final Duration DEFAULT_LIFE = Duration.ofSeconds(60);
    static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    /** Acks for older drives are not counted any more: the browser has long moved on. */
    static final int REMEMBERED_DRIVES = 20;

    private static final class Channel {
        String leader;
        final Set<String> browsers = new LinkedHashSet<>();
        final Deque<Account> accounts = new ArrayDeque<>();
        int seq;
        DriveEvent.Driven newest;

        Channel(String leader, int seq) {
            this.leader = leader;
            this.seq = seq;
        }
    }

    private final DrivePolicy policy;
    private final Map<String, Channel> channels = new LinkedHashMap<>();

    public DriveBoard(DrivePolicy policy) {
        this.policy = policy;
    }

    public List<DriveEvent> handle(DriveCommand command, Instant now) {
        if (command instanceof DriveCommand.Open open) {
            channels.put(open.visit(), new Channel(open.leader(), open.drives()));
        } else if (command instanceof DriveCommand.Lead lead) {
            lead(lead);
        } else if (command instanceof DriveCommand.Close close) {
            channels.remove(close.visit());
        } else if (command instanceof DriveCommand.Admit admit) {
            return admit(admit, now);
        } else if (command instanceof DriveCommand.Dismiss dismiss) {
            dismiss(dismiss);
        } else if (command instanceof DriveCommand.Drive drive) {
            return List.of(drive(drive, now));
        } else if (command instanceof DriveCommand.DriveAll all) {
            return driveAll(all, now);
        } else if (command instanceof DriveCommand.Acknowledge ack) {
            return acknowledge(ack);
        }
        return List.of();
    }

    /** A drive is never told twice to who has seen it, and never late. */
    private List<DriveEvent> admit(DriveCommand.Admit admit, Instant now) {
        var channel = channels.get(admit.visit());
        if (channel == null || !channel.browsers.add(admit.browser()) || channel.newest == null) {
            return List.of();
        }
        boolean isUnseen = channel.accounts.getLast().isEmpty();
        return isUnseen && channel.newest.expires().isAfter(now)
                ? List.of(new DriveEvent.Repeated(channel.newest, admit.browser()))
                : List.of();
    }

    private void dismiss(DriveCommand.Dismiss dismiss) {
        var channel = channels.get(dismiss.visit());
        if (channel != null) {
            channel.browsers.clear();
        }
    }

    private void lead(DriveCommand.Lead lead) {
        var channel = channels.get(lead.visit());
        if (channel != null) {
            channel.leader = lead.leader();
        }
    }

    /** Whether somebody can be led in that visit. */
    public boolean isOpen(String visit) {
        return channels.containsKey(visit);
    }

    private DriveEvent drive(DriveCommand.Drive drive, Instant now) {
        var channel = channels.get(drive.visit());
        if (channel == null || !channel.leader.equals(drive.by())) {
            return new DriveEvent.Refused(DriveRefusal.NOT_THE_AGENT);
        }
        var verdict = policy.judge(drive.url());
        if (verdict instanceof DrivePolicy.Verdict.Refused refused) {
            return new DriveEvent.UrlRefused(refused.why());
        }
        if (channel.browsers.isEmpty()) {
            return new DriveEvent.Refused(DriveRefusal.NOBODY_THERE);
        }
        var expires = drive.expires().orElse(now.plus(DEFAULT_LIFE));
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST_LIFE))) {
            return new DriveEvent.Refused(DriveRefusal.EXPIRY);
        }
        var url = ((DrivePolicy.Verdict.Allowed) verdict).url();
        channel.seq++;
        channel.accounts.addLast(new Account(drive.id(), channel.seq, drive.connection(), channel.browsers.size()));
        if (channel.accounts.size() > REMEMBERED_DRIVES) {
            channel.accounts.removeFirst();
        }
        channel.newest = new DriveEvent.Driven(
                drive.visit(), drive.id(), channel.seq, url, drive.by(), expires, channel.browsers.size());
        return channel.newest;
    }

    /** Where nobody can be led right now the others are led all the same. */
    private List<DriveEvent> driveAll(DriveCommand.DriveAll all, Instant now) {
        var outcomes = channels.entrySet().stream()
                .filter(channel -> channel.getValue().leader.equals(all.by()))
                .map(channel -> drive(all.in(channel.getKey()), now))
                .toList();
        var driven =
                outcomes.stream().filter(DriveEvent.Driven.class::isInstance).toList();
        if (!driven.isEmpty()) {
            return driven;
        }
        return List.of(
                outcomes.stream().findFirst().orElseGet(() -> new DriveEvent.Refused(DriveRefusal.NOT_THE_AGENT)));
    }

    /** An ack for a drive that is forgotten, or that says nothing new, changes nothing and is no error. */
    private List<DriveEvent> acknowledge(DriveCommand.Acknowledge ack) {
        var channel = channels.get(ack.visit());
        if (channel == null || !channel.browsers.contains(ack.browser())) {
            return List.of(new DriveEvent.Refused(DriveRefusal.NOT_IN_THE_VISIT));
        }
        for (var account : channel.accounts) {
            if (account.id().equals(ack.drive())) {
                return account.note(ack.browser(), ack.state(), ack.reason(), channel.browsers)
                        ? List.of(
                                new DriveEvent.Acknowledged(
                                        ack.visit(), ack.drive(), ack.browser(), ack.state(), ack.reason()),
                                account.report(ack.visit()))
                        : List.of();
            }
        }
        return List.of();
    }
}
