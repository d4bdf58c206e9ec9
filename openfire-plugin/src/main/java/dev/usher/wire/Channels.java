package dev.usher.wire;

import dev.usher.desk.Alarm;
import dev.usher.drive.DriveEvent;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.VisitId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;

/**
 * The channels of one workgroup: opens each by stanza (create, configure), and hears who enters, leaves and speaks. What
 * comes of it goes to the workgroup as commands, which also watches the time. Thread-safe.
 */
final class Channels {
    /** The longest time from the rooms' word that they are shut down to the server's that it stops. */
    static final Duration SHUTDOWN = Duration.ofSeconds(10);

    private final ChannelStanzas stanzas;
    private final StanzaSender sender;
    private final Consumer<Command> workgroup;
    private final Predicate<String> isLost;
    private final Farewells farewells;
    private final Set<VisitId> opening = ConcurrentHashMap.newKeySet();
    private final Occupants occupants;
    /** Whose visit it is: everybody else in the room is an agent, or looks into it. */
    private final Map<VisitId, Address> customers = new ConcurrentHashMap<>();

    /** The users who look into a channel, or have been let in to do so. */
    private final Map<VisitId, Set<String>> monitors = new ConcurrentHashMap<>();

    private volatile boolean isClosed;

    /** @param isLost whether a connection (a full JID) is broken, or gone */
    Channels(
            ChannelStanzas stanzas,
            StanzaSender sender,
            Consumer<Command> workgroup,
            Predicate<String> isLost,
            Alarm alarm,
            Clock clock) {
        this.stanzas = stanzas;
        this.sender = sender;
        this.workgroup = workgroup;
        this.occupants = new Occupants(clock);
        this.isLost = isLost;
        this.farewells = new Farewells(alarm, clock);
    }

    /** A room that is there already and ours, from before a restart of the switch, is as good as a new one. */
    void open(VisitId visit) {
        occupants.open(visit);
        opening.add(visit);
        sender.send(stanzas.create(visit));
    }

    /** Who is in the room already needs no invitation. Returns whether one was sent. */
    boolean inviteAgent(VisitId visit, Address agent, Address customer) {
        boolean isMissing = !isIn(visit, agent);
        boolean hasWatched = monitorsOf(visit).remove(agent.user());
        if (isMissing) {
            sender.send(stanzas.inviteAgent(visit, agent, customer));
        } else if (hasWatched) {
            workgroup.accept(new Command.Enter(visit, agent)); // is in the channel already, and will not enter again
        }
        return isMissing;
    }

    /** Lets somebody in who is to look into the channel. */
    void admit(VisitId visit, Address monitor) {
        isWatchedBy(visit, monitor);
        sender.send(stanzas.inviteMonitor(visit, monitor));
    }

    /** Somebody looks into the channel. */
    void isWatchedBy(VisitId visit, Address monitor) {
        monitorsOf(visit).add(monitor.user());
    }

    /** Lets somebody in no more, and asks them out. */
    void dismiss(VisitId visit, Address monitor) {
        monitorsOf(visit).remove(monitor.user());
        if (isIn(visit, monitor)) {
            sender.send(stanzas.dismiss(visit, monitor));
        } else {
            farewells.add(() -> dismissWhoLeft(visit, monitor));
        }
    }

    /** Unless they have been let in again meanwhile. */
    private void dismissWhoLeft(VisitId visit, Address monitor) {
        if (occupants.isOpen(visit) && !isMonitor(visit, monitor)) {
            sender.send(stanzas.dismiss(visit, monitor));
        }
    }

    boolean isMonitor(VisitId visit, Address who) {
        return monitorsOf(visit).contains(who.user());
    }

    private Set<String> monitorsOf(VisitId visit) {
        // What is no room any more has nobody in it, and must not be kept.
        return occupants.isOpen(visit)
                ? monitors.computeIfAbsent(visit, id -> ConcurrentHashMap.newKeySet())
                : new HashSet<>();
    }

    /** Who comes over another connection gets the nickname of the one before, whose loss the room may not have noticed. */
    void inviteCustomer(VisitId visit, Address customer) {
        var before = customers.put(visit, customer);
        if (before != null && !before.equals(customer)) {
            putOut(visit, before, "The customer is back over another connection.");
        }
        if (!isIn(visit, customer)) {
            sender.send(stanzas.inviteCustomer(visit, customer));
        }
    }

    /** Asks an agent out of a room. */
    void relieve(VisitId visit, Address agent) {
        putOut(visit, agent, "The visit has been handed over.");
    }

    private void putOut(VisitId visit, Address who, String reason) {
        occupants
                .nicknameOf(visit, who.connection())
                .ifPresent(nickname -> sender.send(stanzas.putOut(visit, nickname, reason)));
    }

    private boolean isIn(VisitId visit, Address who) {
        return occupants.of(visit).stream()
                .anyMatch(occupant -> occupant.address().equals(who));
    }

    /** Destroys a room at once. */
    void destroy(VisitId visit) {
        forget(visit);
        sender.send(stanzas.destroy(visit));
    }

    /** Destroys a room that somebody is just leaving, when they have been told that they left. */
    void destroyAfterFarewell(VisitId visit) {
        forget(visit);
        farewells.add(() -> sender.send(stanzas.destroy(visit)));
    }

    private void forget(VisitId visit) {
        opening.remove(visit);
        occupants.close(visit);
        customers.remove(visit);
        monitors.remove(visit);
    }

    /** Whether somebody is in a channel of ours, and is not the customer: an agent, or a monitor. */
    boolean isStaffIn(VisitId visit, JID connection) {
        var customer = customers.get(visit);
        return customer != null
                && !customer.user().equals(connection.toBareJID())
                && occupants.nicknameOf(visit, connection.toString()).isPresent();
    }

    /** Who is in a channel, first come first; empty if there is no such channel. */
    Optional<List<Occupants.Occupant>> occupants(VisitId visit) {
        return occupants.isOpen(visit) ? Optional.of(occupants.of(visit)) : Optional.empty();
    }

    /** The nicknames of those who are in a channel, in the order of the alphabet. */
    List<String> whoIsIn(VisitId visit) {
        return occupants.of(visit).stream()
                .map(Occupants.Occupant::nickname)
                .sorted()
                .toList();
    }

    /** Tells a drive to the one who has not seen it, and to nobody else (XEP-0045 §7.5). */
    void repeat(DriveEvent.Repeated repeated) {
        occupants
                .nicknameOf(new VisitId(repeated.driven().visit()), repeated.browser())
                .ifPresent(nickname -> sender.send(stanzas.repeat(repeated.driven(), nickname)));
    }

    /** Says something to one who is in the channel, and to nobody else (XEP-0045 §7.5). */
    void whisper(VisitId visit, Address who, String text) {
        occupants
                .nicknameOf(visit, who.connection())
                .ifPresent(nickname -> sender.send(stanzas.whisper(visit, nickname, text)));
    }

    /** From now on nothing that a room says means anything: the server is going down, or the switch is. */
    void stopListening() {
        isClosed = true;
    }

    /** Leaves the rooms of visits that go on, and destroys at once whatever still waits to be destroyed. */
    void close() {
        stopListening();
        farewells.close();
        occupants.rooms().forEach(visit -> sender.send(stanzas.leave(visit)));
    }

    /** Takes in what a room says to the switch. */
    void hear(Packet packet) {
        if (isClosed) {
            return;
        }
        var visit = new VisitId(String.valueOf(packet.getFrom().getNode()));
        var news = ChannelDecoder.decode(packet);
        if (news instanceof ChannelNews.Configured answer) {
            answered(visit, answer);
        } else if (news instanceof ChannelNews.CameIn in) {
            cameIn(visit, in);
        } else if (news instanceof ChannelNews.ThrownOut) {
            fail(visit);
        } else if (news instanceof ChannelNews.ShutDown) {
            farewells.add(SHUTDOWN, () -> failUnlessClosed(visit));
        } else if (news instanceof ChannelNews.Entered entered) {
            enters(visit, entered);
        } else if (news instanceof ChannelNews.Renamed renamed) {
            occupants.isRenamed(visit, renamed.nickname(), renamed.newNickname());
        } else if (news instanceof ChannelNews.Left left) {
            leaves(visit, left);
        } else if (news instanceof ChannelNews.Said said) {
            said(visit, said);
        }
    }

    private void answered(VisitId visit, ChannelNews.Configured answer) {
        if (!opening.contains(visit)) {
            return; // too late
        }
        if (answer.isDone()) {
            confirm(visit);
        } else {
            fail(visit);
        }
    }

    /** Those who are in a room from before are not announced again: they have entered as far as the visit goes. */
    private void confirm(VisitId visit) {
        opening.remove(visit);
        workgroup.accept(new Command.ConfirmChannel(visit));
        occupants.of(visit).forEach(who -> workgroup.accept(new Command.Enter(visit, who.address())));
    }

    private void cameIn(VisitId visit, ChannelNews.CameIn in) {
        if (!opening.contains(visit)) {
            return;
        }
        if (in.isNew()) {
            sender.send(stanzas.configure(visit));
        } else if (in.isOurs()) {
            confirm(visit);
        } else {
            fail(visit); // the room was there before: somebody else owns it
        }
    }

    private void enters(VisitId visit, ChannelNews.Entered entered) {
        occupants.enters(visit, entered.nickname(), entered.who());
        if (!opening.contains(visit)) {
            workgroup.accept(new Command.Enter(visit, entered.who()));
        }
    }

    private void leaves(VisitId visit, ChannelNews.Left left) {
        occupants.leaves(visit, left.nickname());
        var who = left.who();
        // COMPAT: whose connection breaks leaves the rooms before Openfire says that the connection is gone.
        workgroup.accept(isLost.test(who.connection()) ? new Command.Vanish(who) : new Command.Leave(visit, who));
    }

    /** A server that goes down says so in its rooms first, and a restart ends no visit. */
    private void failUnlessClosed(VisitId visit) {
        if (!isClosed && occupants.isOpen(visit)) {
            fail(visit);
        }
    }

    private void fail(VisitId visit) {
        forget(visit);
        workgroup.accept(new Command.FailChannel(visit));
    }

    /** What people say is written down; what the switch says is known already. */
    private void said(VisitId visit, ChannelNews.Said said) {
        var who = occupants.called(visit, said.nickname());
        if (who != null) {
            workgroup.accept(new Command.Say(visit, who.address(), said.text(), said.name()));
        }
    }
}
