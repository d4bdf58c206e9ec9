package dev.usher.wire;

import dev.usher.desk.Alarm;
import dev.usher.desk.ChatPage;
import dev.usher.desk.Desk;
import dev.usher.desk.DeskLoop;
import dev.usher.desk.Directory;
import dev.usher.desk.MacroGroup;
import dev.usher.desk.Order;
import dev.usher.desk.Outbox;
import dev.usher.desk.PersonalMacros;
import dev.usher.desk.Relay;
import dev.usher.desk.Submissions;
import dev.usher.desk.Switchboard;
import dev.usher.desk.VisitArchive;
import dev.usher.desk.VisitStore;
import dev.usher.drive.DriveBoard;
import dev.usher.drive.DrivePolicy;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
import dev.usher.routing.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/**
 * Where every stanza to the service arrives: what a room says goes to its channels, a request goes to the desk of its
 * workgroup, and whatever cannot be read is answered at once. Thread-safe; stanzas of one sender keep their order.
 */
public final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    /** Requests that may wait at one desk. Beyond that the sender is asked to come back. */
    static final int MAILBOX = 4_096;

    /** One workgroup as the admin set it up. @param name the localpart of its address */
    public record Opening(String name, String title, Settings settings) {}

    /**
     * What the service is given to work with.
     *
     * @param macros those that an admin wrote for a workgroup
     * @param pages what an admin decides about the customers' page of a workgroup
     * @param identities what a workgroup demands of those whom its website has signed in
     * @param mail sends a message that was left with a workgroup to wherever the admin wants it; must not take long
     * @param presences what a user (a bare JID) shows over each connection that is there
     * @param isLost whether a connection (a full JID) of this server is broken, or gone
     * @param readers answers what agents ask about what is stored; bounded, so that it may reject
     * @param alarms makes a new alarm at each call
     * @param origins the network address of a connection (a full JID); empty if unknown
     */
    public record Surroundings(
            JID service,
            String conference,
            DrivePolicy policy,
            VisitStore store,
            VisitArchive archive,
            Function<String, Optional<MacroGroup>> macros,
            Function<String, ChatPage> pages,
            PersonalMacros personalMacros,
            VisitTokens tokens,
            Function<String, String> origins,
            Function<String, IdentityRules> identities,
            Function<String, List<Presence>> presences,
            Predicate<String> isLost,
            Executor executor,
            Executor readers,
            Clock clock,
            Supplier<Alarm> alarms,
            StanzaSender sender,
            BiConsumer<String, Event.MessageLeft> mail) {}

    private final String conference;
    private final StanzaSender sender;
    private final RequestDecoder decoder;
    private final Switchboard<Packet> switchboard;
    private final Map<String, Channels> channels = new HashMap<>();
    private final TypedCommands typed;
    private final MonitorMarks monitorMarks;
    private final Map<String, ChatOffers> chats = new HashMap<>();
    private final Misdirected misdirected = new Misdirected(chats, channels);
    private final Inquiries inquiries;
    private final Contact contact;
    private final Submissions submissions;
    private final VisitIds ids = new VisitIds();
    private volatile boolean isClosed;

    public Reception(List<Opening> workgroups, Surroundings surroundings) {
        this.conference = surroundings.conference();
        this.sender = surroundings.sender();
        this.typed = new TypedCommands(conference);
        this.monitorMarks = new MonitorMarks(conference, channels);
        var lines = new ArrayList<Switchboard.Line<Packet>>();
        workgroups.forEach(workgroup -> lines.add(line(workgroup, surroundings)));
        this.switchboard = new Switchboard<>(lines);
        this.submissions = handedIn(surroundings);
        this.contact = new Contact(switchboard, surroundings.presences());
        this.inquiries = new Inquiries(switchboard, topics(surroundings), surroundings.readers(), sender);
        this.decoder = new RequestDecoder(
                switchboard,
                ids,
                new QueueDecoder(
                        ids,
                        surroundings.tokens(),
                        surroundings.origins(),
                        new Identities(
                                surroundings.identities(),
                                surroundings.service().getDomain(),
                                surroundings.clock())),
                new EntryForms(surroundings.pages()),
                inquiries);
    }

    private HandedIn handedIn(Surroundings with) {
        return new HandedIn(new HandedIn.Surroundings(
                switchboard,
                with.archive(),
                ids,
                with.tokens(),
                with.service().getDomain(),
                with.readers(),
                with.clock()));
    }

    private List<Inquiries.Topic> topics(Surroundings with) {
        var topics = new ArrayList<>(
                HistoryTopics.of(with.archive(), switchboard, with.service(), conference, with.clock()));
        topics.add(new VisitHistory(
                new VisitHistory.Sources(with.store(), with.archive(), with.tokens(), this::flush),
                conference,
                sender));
        topics.add(new Macros(with.macros(), with.personalMacros()));
        topics.add(new AgentInfo());
        topics.add(new OccupantsInfo(channels::get));
        return topics;
    }

    private CompletableFuture<Void> flush(String workgroup) {
        return switchboard
                .desk(workgroup)
                .map(DeskLoop::flush)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** The desks of each other: they are asked for only when all of them are there. */
    private final class Neighbours implements Relay.Desks {
        @Override
        public boolean report(String name, Command command) {
            return switchboard.report(name, command);
        }

        @Override
        public void report(Command command) {
            switchboard.report(command);
        }
    }

    /** Begins to work. @param isHere whether a connection (a full JID) is still there from before */
    public void open(Predicate<String> isHere) {
        switchboard.open(isHere);
    }

    private Switchboard.Line<Packet> line(Opening opening, Surroundings with) {
        var jid = new JID(opening.name(), with.service().getDomain(), null);
        var stanzas = new ChannelStanzas(jid, opening.title(), with.conference());
        var rooms = new Channels(
                stanzas,
                with.sender(),
                command -> switchboard.desk(opening.name()).ifPresent(desk -> desk.report(command)),
                with.isLost(),
                with.alarms().get(),
                with.clock());
        channels.put(opening.name(), rooms);
        var chat = new ChatOffers(jid.toString());
        chats.put(opening.name(), chat);
        typed.add(
                opening.name(),
                rooms,
                new Prompt(
                        rooms,
                        new AgentOrders(ids),
                        (order, message) ->
                                switchboard.desk(opening.name()).orElseThrow().request(order, message)));
        var outbox = new StanzaOutbox(jid.toString(), stanzas, rooms, chat, with.sender(), with.tokens());
        var mailing = new Mailing(opening.name(), with.mail(), outbox);
        var relay = new Relay<>(opening.name(), new Neighbours(), lateNotes(opening.name(), with, mailing));
        var desk = new Desk(opening.settings(), new DriveBoard(with.policy()));
        return new Switchboard.Line<>(
                opening.name(),
                opening.title(),
                new DeskLoop<>(
                        opening.name(),
                        desk,
                        MAILBOX,
                        new DeskLoop.Surroundings<>(
                                with.store(),
                                with.executor(),
                                with.clock(),
                                with.alarms().get(),
                                relay)));
    }

    private LateNotes lateNotes(String workgroup, Surroundings with, Outbox<Packet> next) {
        return new LateNotes(
                workgroup,
                new LateNotes.Surroundings(
                        with.archive(),
                        with.clock(),
                        user -> switchboard.isAgent(workgroup, user),
                        (request, inquiry) -> inquiries.answer(request, inquiry),
                        (order, request) ->
                                switchboard.desk(workgroup).orElseThrow().request(order, request)),
                next);
    }

    /** Takes in one stanza addressed to the service. Never throws. */
    public void receive(Packet packet) {
        if (isClosed || packet.getFrom() == null || packet.getTo() == null) {
            return; // the server stamps both; without them there is nobody to answer
        }
        try {
            if (packet.getFrom().getDomain().equals(conference)) {
                var rooms = channels.get(packet.getTo().getNode());
                if (rooms != null) {
                    rooms.hear(packet);
                }
                return;
            }
            handle(packet, decoder.decode(packet));
        } catch (RuntimeException e) {
            LOG.error("stanza-failed from={}", packet.getFrom(), e);
            if (wantsAnswer(packet)) {
                sender.send(StanzaErrors.ourFault(packet));
            }
        }
    }

    /** An answer to an answer could go on for ever. */
    private static boolean wantsAnswer(Packet packet) {
        var type = packet.getElement().attributeValue("type");
        return !"error".equals(type) && !"result".equals(type) && !"unavailable".equals(type);
    }

    private void handle(Packet packet, Decoded decoded) {
        if (decoded instanceof Decoded.Answered answered) {
            sender.send(answered.reply());
        } else if (decoded instanceof Decoded.ForDesk forDesk) {
            request(forDesk.workgroup(), forDesk.order(), packet);
        } else if (decoded instanceof Decoded.Inquired inquired) {
            inquiries.answer(inquired.request(), inquired.inquiry());
        } else if (decoded instanceof Decoded.Written written) {
            var chat = chats.get(written.workgroup());
            chat.read(written.message())
                    .ifPresentOrElse(
                            order -> request(written.workgroup(), order, packet),
                            () -> sender.send(chat.usage(written.message())));
        } else if (decoded instanceof Decoded.OfferNotUnderstood offer && chats.containsKey(offer.workgroup())) {
            chats.get(offer.workgroup())
                    .notUnderstood(packet.getFrom(), offer.visit())
                    .forEach(sender::send);
        } else if (decoded instanceof Decoded.Capable capable && chats.containsKey(capable.workgroup())) {
            chats.get(capable.workgroup()).knows(packet.getFrom(), capable.features());
        } else if (decoded instanceof Decoded.OfContact of) {
            var consequence = contact.of(of.presence(), of.workgroup());
            consequence.replies().forEach(sender::send);
            consequence.orders().forEach(order -> request(of.workgroup(), order, packet));
        }
    }

    private void request(String addressed, Order order, Packet packet) {
        var workgroup = misdirected.meant(addressed, order, packet.getFrom());
        if (!switchboard.desk(workgroup).orElseThrow().request(order, packet)) {
            sender.send(StanzaErrors.busy(packet));
        }
    }

    /** A connection (a full JID) is gone, whoever's it was. */
    public void vanished(JID connection) {
        if (isClosed) {
            return;
        }
        chats.values().forEach(chat -> chat.forget(connection.toString()));
        switchboard.report(new Command.Vanish(new Address(connection.toBareJID(), connection.toString())));
    }

    /**
     * Takes what an agent types into a channel for the switch. Whoever calls this keeps the message from the channel
     * then: the customer must not see it. Cheap for every other message of the server. Never throws.
     *
     * @return whether it is taken
     */
    public boolean takes(Packet packet) {
        return !isClosed && (typed.takes(packet) || monitorMarks.takes(packet));
    }

    /** Somebody shows everybody over a connection that they are there, or away, or not there any more. */
    public void shown(Presence presence) {
        if (isClosed || presence.getFrom() == null) {
            return;
        }
        var who = RequestDecoder.addressOf(presence);
        var command = presence.isAvailable()
                ? new Command.Follow(who, RequestDecoder.isThere(presence))
                : new Command.Withdraw(who);
        switchboard.servedBy(who.user()).forEach(name -> switchboard.report(name, command));
    }

    /** An admin has changed a workgroup's settings. */
    public void configure(String workgroup, Settings settings) {
        switchboard.desk(workgroup).ifPresent(desk -> desk.report(new Command.Configure(settings)));
    }

    /**
     * Takes nothing in any more: what the server says while it goes down, or while the service is taken from it, is
     * about itself and not about the people.
     */
    public void stopListening() {
        isClosed = true;
        channels.values().forEach(Channels::stopListening);
    }

    /** Stops. Visits go on when the service is opened again. Done when everything has been stored and told. */
    public CompletableFuture<Void> close() {
        stopListening();
        return switchboard.flush().thenRun(() -> channels.values().forEach(Channels::close));
    }

    /** Takes what customers hand in over HTTP. */
    public Submissions submissions() {
        return submissions;
    }

    public Directory directory() {
        return switchboard;
    }
}
