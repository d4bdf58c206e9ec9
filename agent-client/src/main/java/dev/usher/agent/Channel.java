package dev.usher.agent;

import dev.usher.agent.stanza.DriveOrderIq;
import dev.usher.agent.stanza.DriveResultIq;
import dev.usher.agent.stanza.LegalXml;
import dev.usher.agent.stanza.ReportElement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

/**
 * The room of one visit, from the agent's side. Opened by {@link AgentDesk#accept}. Thread-safe: every method may be
 * called from any thread and returns at once; listener and futures speak on the desk's loop.
 *
 * <p>Futures fail with a {@link DeskException}: {@code ChannelEnded} once the channel is over, {@code NoAnswer} after
 * the connection's reply time-out, {@code ConnectionLost}, or what each method names.
 */
public final class Channel {

    private final Wire wire;
    private final Invitation invitation;
    private final Room room;
    private final ChannelListener listener;
    private final Map<String, CompletableFuture<Void>> unheard = new HashMap<>();
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();
    private volatile Ending ending;

    Channel(Wire wire, Invitation invitation, Room room, ChannelListener listener) {
        this.wire = wire;
        this.invitation = invitation;
        this.room = room;
        this.listener = listener;
    }

    /** The session id of the visit. */
    public String visit() {
        return invitation.visit();
    }

    /** Whose visit it is. */
    public EntityBareJid workgroup() {
        return invitation.workgroup();
    }

    /** The room's address. */
    public EntityBareJid room() {
        return invitation.room();
    }

    /** The name under which everybody in the room sees this agent. */
    public String nick() {
        return room.nick().toString();
    }

    /** Whether the channel is not over yet. */
    public boolean isOpen() {
        return ending == null;
    }

    /**
     * Says something to everybody in the channel. Characters that XML cannot carry are left out.
     *
     * @return done when the room has shown it (XEP-0045 §7.4); fails with {@code Refused} if it will not
     */
    public CompletableFuture<Void> send(String text) {
        var heard = new CompletableFuture<Void>();
        wire.loop().execute(() -> {
            if (refuseIfEnded(heard)) {
                return;
            }
            Message message = wire.messageTo(room())
                    .ofType(Message.Type.groupchat)
                    .setBody(LegalXml.of(text))
                    .build();
            unheard.put(message.getStanzaId(), heard);
            heard.whenComplete((nothing, failure) -> unheard.remove(message.getStanzaId()));
            wire.loop().expire(heard, wire.patience(), () -> new DeskException.NoAnswer(room(), wire.patience()));
            wire.send(message).ifPresent(heard::completeExceptionally);
        });
        return heard;
    }

    /**
     * Leads the customer's browser to an absolute http or https URL. The switch takes the order for 60 s.
     *
     * @return the drive as the switch took it; fails with {@code DriveRefused}
     */
    public CompletableFuture<Drive> drive(String url) {
        return drive(url, Optional.empty());
    }

    /** As {@link #drive(String)}; no browser starts after {@code expires}, on the server's clock, 10 minutes at most. */
    public CompletableFuture<Drive> drive(String url, Instant expires) {
        return drive(url, Optional.of(expires));
    }

    private CompletableFuture<Drive> drive(String url, Optional<Instant> expires) {
        if (url.isBlank() || !LegalXml.of(url).equals(url)) {
            return CompletableFuture.failedFuture(
                    new DeskException.DriveRefused(DriveRefusal.MALFORMED, "That is not the address of a page."));
        }
        if (!isOpen()) {
            return CompletableFuture.failedFuture(over());
        }
        return wire.ask(new DriveOrderIq(visit(), url, expires, workgroup()), Refusals::ofDrive)
                .thenApply(answer -> {
                    if (answer instanceof DriveResultIq result) {
                        return new Drive(result.drive(), result.seq(), result.url(), result.browsers());
                    }
                    throw new DeskException.Refused("undefined-condition", "The server's answer makes no sense.");
                });
    }

    /** Leaves the room; the visit is over. Done when the room, or the end of the connection, confirms it. */
    public CompletableFuture<Void> leave() {
        wire.loop().execute(() -> {
            if (isOpen()) {
                room.leave();
                var presence = wire.presenceTo(JidCreate.entityFullFrom(room(), room.nick()));
                wire.send(presence.ofType(Presence.Type.unavailable).build())
                        .ifPresent(lost -> end(new Ending(Ending.Cause.DISCONNECTED, lost.getMessage())));
            }
        });
        var left = ended.<Void>thenApply(how -> null);
        wire.loop().expire(left, wire.patience(), () -> new DeskException.NoAnswer(room(), wire.patience()));
        return left;
    }

    /** The future that {@link Seating} forgets this channel by. */
    CompletableFuture<Ending> ended() {
        return ended;
    }

    /** Tells the listener who was there before us. */
    void open() {
        room.others().forEach(nick -> tell(() -> listener.entered(this, nick)));
    }

    void heard(Presence presence) {
        room.heard(presence).ifPresent(this::happened);
    }

    void heard(Message message, Instant now) {
        room.heard(message, now).ifPresent(this::happened);
    }

    private void happened(RoomEvent event) {
        if (event instanceof RoomEvent.Entered entered) {
            tell(() -> listener.entered(this, entered.nick()));
        } else if (event instanceof RoomEvent.Left left) {
            tell(() -> listener.left(this, left.nick()));
        } else if (event instanceof RoomEvent.Driven driven) {
            tell(() -> listener.driven(this, driven.drive()));
        } else if (event instanceof RoomEvent.Said said) {
            said(said);
        } else if (event instanceof RoomEvent.Bounced bounced) {
            unheard(bounced.stanzaId()).ifPresent(text -> text.completeExceptionally(Refusals.plain(bounced.error())));
        } else if (event instanceof RoomEvent.Closed closed) {
            end(closed.ending());
        }
    }

    private void said(RoomEvent.Said said) {
        if (said.line().own()) {
            unheard(said.stanzaId()).ifPresent(text -> text.complete(null));
        }
        tell(() -> listener.said(this, said.line()));
    }

    private Optional<CompletableFuture<Void>> unheard(String stanzaId) {
        return Optional.ofNullable(unheard.get(stanzaId));
    }

    void heard(ReportElement report) {
        tell(() -> listener.reported(this, report));
    }

    /** The listener hears of the end before whoever waits for {@link #leave}. */
    void end(Ending how) {
        if (!isOpen()) {
            return;
        }
        ending = how;
        List.copyOf(unheard.values()).forEach(text -> text.completeExceptionally(over()));
        tell(() -> listener.ended(this, how));
        ended.complete(how);
    }

    private void tell(Runnable news) {
        Audience.tell(listener, l -> news.run());
    }

    private boolean refuseIfEnded(CompletableFuture<?> future) {
        return !isOpen() && future.completeExceptionally(over());
    }

    private DeskException over() {
        return ending.cause() == Ending.Cause.DISCONNECTED
                ? new DeskException.ConnectionLost(ending.sentence(), null)
                : new DeskException.ChannelEnded(ending.sentence());
    }
}
