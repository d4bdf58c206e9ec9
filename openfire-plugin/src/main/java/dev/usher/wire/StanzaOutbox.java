package dev.usher.wire;

import dev.usher.desk.Outbox;
import dev.usher.desk.Outcome;
import dev.usher.drive.DriveEvent;
import dev.usher.routing.Address;
import dev.usher.routing.DepartReason;
import dev.usher.routing.Event;
import dev.usher.routing.QueueView;
import dev.usher.routing.VisitId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;

/** Tells by stanza what a desk has decided: first the answer to who asked, then everybody else. */
final class StanzaOutbox implements Outbox<Packet> {
    private static final Logger LOG = LoggerFactory.getLogger(StanzaOutbox.class);

    private final String workgroup;
    private final VisitTokens tokens;
    private final QueueStanzas queue;
    private final StaffStanzas staff;
    private final OfferStanzas offers;
    private final DriveStanzas drives;
    private final ChannelStanzas channelStanzas;
    private final Channels channels;
    private final ChatOffers chat;
    private final AdHocStanzas adHoc;
    private final StanzaSender sender;

    /** @param workgroup its bare JID */
    StanzaOutbox(
            String workgroup,
            ChannelStanzas channelStanzas,
            Channels channels,
            ChatOffers chat,
            StanzaSender sender,
            VisitTokens tokens) {
        this.workgroup = workgroup;
        this.tokens = tokens;
        this.queue = new QueueStanzas(workgroup);
        this.staff = new StaffStanzas(workgroup);
        this.offers = new OfferStanzas(workgroup, channelStanzas::room);
        this.drives = new DriveStanzas(workgroup);
        this.channelStanzas = channelStanzas;
        this.channels = channels;
        this.chat = chat;
        this.adHoc = new AdHocStanzas(channels::whoIsIn);
        this.sender = sender;
    }

    @Override
    public void tell(List<Outcome<Packet>> batch) {
        for (var outcome : batch) {
            outcome.routed().forEach(event -> safely(() -> open(event)));
            outcome.origin().ifPresent(request -> safely(() -> answer(request, outcome)));
            outcome.routed().forEach(event -> safely(() -> tell(event)));
            outcome.led().forEach(event -> safely(() -> tell(event)));
        }
    }

    /** Who is told that a channel is open to them may be there the next moment. */
    private void open(Event event) {
        if (event instanceof Event.MonitorAdmitted admitted) {
            channels.admit(admitted.visit(), admitted.monitor());
        }
    }

    /** What cannot be told to one must not keep the others from hearing theirs. */
    private static void safely(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.error("tell-failed", e);
        }
    }

    private void answer(Packet request, Outcome<Packet> outcome) {
        var error = error(request, outcome);
        if (request instanceof Message typed) {
            answerTyped(typed, error, outcome);
        } else if (error != null) {
            sender.send(error);
        } else if (request instanceof IQ iq && AdHocStanzas.isCommand(iq)) {
            sender.send(adHoc.reply(iq, outcome));
        } else if (request instanceof IQ iq) {
            sender.send(outcome.led().stream()
                    .filter(DriveEvent.Driven.class::isInstance)
                    .map(event -> drives.accepted(iq, (DriveEvent.Driven) event))
                    .findFirst()
                    .orElseGet(() -> result(iq, outcome)));
        }
    }

    /** Whoever types into a channel reads the answer there, and nobody else does. An ack is not answered. */
    private void answerTyped(Message typed, Packet error, Outcome<Packet> outcome) {
        var refusal = Optional.ofNullable(error)
                .map(refused -> refused.getElement().element("error").elementText("text"));
        if (typed.getTo().getDomain().equals(channelStanzas.conference())) {
            var visit = new VisitId(typed.getTo().getNode());
            refusal.or(() -> Prompt.told(outcome, visit))
                    .ifPresent(text -> channels.whisper(visit, RequestDecoder.addressOf(typed), text));
        } else if (typed.getBody() != null) {
            chat.answer(typed, outcome, refusal).ifPresent(sender::send);
        } else if (error != null) {
            sender.send(error);
        }
    }

    private IQ result(IQ request, Outcome<Packet> outcome) {
        for (var event : outcome.routed()) {
            if (event instanceof Event.StaffListed listed) {
                return staff.list(request, listed);
            } else if (event instanceof Event.Located located) {
                return queue.position(request, located);
            }
        }
        return joined(request, outcome);
    }

    /** Who asks for a visit's token when joining gets it with the answer; nobody else sees one. */
    private IQ joined(IQ request, Outcome<Packet> outcome) {
        var reply = IQ.createResultIQ(request);
        var join = Xml.child(request.getElement(), "join-queue", Namespaces.WORKGROUP);
        if (join == null || Xml.child(join, "visit", Namespaces.VISIT) == null) {
            return reply;
        }
        for (var event : outcome.routed()) {
            if (event instanceof Event.Queued || event instanceof Event.Rejoined) {
                var visit = ((Event.OfVisit) event).visit();
                reply.setChildElement("visit", Namespaces.VISIT)
                        .addAttribute("id", visit.value())
                        .addAttribute("token", tokens.of(visit));
                return reply;
            }
        }
        return reply;
    }

    private static Packet error(Packet request, Outcome<Packet> outcome) {
        if (outcome.failed()) {
            return StanzaErrors.ourFault(request);
        }
        for (var event : outcome.routed()) {
            if (event instanceof Event.Refused refused) {
                return StanzaErrors.of(request, refused.why());
            }
        }
        for (var event : outcome.led()) {
            if (event instanceof DriveEvent.Refused refused) {
                return StanzaErrors.of(request, refused.why());
            }
            if (event instanceof DriveEvent.UrlRefused refused) {
                return StanzaErrors.of(request, refused.why());
            }
        }
        return null;
    }

    private void tell(Event event) {
        DecisionLog.note(event);
        chat.note(event);
        if (event instanceof Event.Moved moved) {
            sender.send(queue.position(moved));
        } else if (event instanceof Event.Departed departed) {
            depart(departed);
        } else if (event instanceof Event.Attended attended) {
            attended.queues().forEach(view -> show(attended.agent(), view));
        } else if (event instanceof Event.QueueChanged changed) {
            changed.agents().forEach(agent -> show(agent, changed.queue()));
        } else if (event instanceof Event.AgentShown shown) {
            shown.watchers().forEach(watcher -> sender.send(staff.show(watcher, shown.agent())));
        } else if (event instanceof Event.StaffChanged changed) {
            changed.watchers().forEach(watcher -> sender.send(staff.change(watcher, changed)));
        } else if (event instanceof Event.StateShown shown) {
            shown.lookers().forEach(looker -> sender.send(queue.state(looker, shown.state())));
        } else if (event instanceof Event.Offered offered) {
            sender.send(chat.isPlain(offered.agent()) ? chat.offer(offered) : offers.offer(offered));
        } else if (event instanceof Event.Revoked revoked) {
            sender.send(chat.isPlain(revoked.agent()) ? chat.revoke(revoked) : offers.revoke(revoked));
        } else if (event instanceof Event.MessageShown shown) {
            shown.agents().forEach(agent -> sender.send(chat.message(shown, agent)));
        } else if (event instanceof Event.NotAnswering silent) {
            sender.send(queue.notAnswering(silent));
        } else if (event instanceof Event.HandoverFailed failed) {
            tell(failed);
        } else {
            tellInTheChannel(event);
        }
    }

    /** COMPAT: chat clients show no error that answers nothing of theirs; their users read it where they asked. */
    private void tell(Event.HandoverFailed failed) {
        var by = failed.handover().by();
        if (chat.isPlain(by)) {
            channels.whisper(failed.visit(), by, Handovers.sentence(failed.why()));
        } else {
            sender.send(Handovers.failed(failed, workgroup, by));
        }
    }

    private void tellInTheChannel(Event event) {
        if (event instanceof Event.Seated seated) {
            channels.open(seated.visit());
        } else if (event instanceof Event.Opened opened) {
            inviteAgent(opened.visit(), opened.agent(), opened.customer());
            channels.inviteCustomer(opened.visit(), opened.customer());
        } else if (event instanceof Event.Rejoined rejoined) {
            rejoined.enterBy().ifPresent(by -> channels.inviteCustomer(rejoined.visit(), rejoined.customer()));
        } else if (event instanceof Event.AgentReturned returned) {
            returned.enterBy().ifPresent(by -> inviteAgent(returned.visit(), returned.agent(), returned.customer()));
        } else if (event instanceof Event.HandedOver handed) {
            inviteAgent(handed.visit(), handed.agent(), handed.customer());
        } else if (event instanceof Event.Relieved relieved) {
            channels.relieve(relieved.visit(), relieved.agent());
        } else if (event instanceof Event.MonitorEntered entered) {
            channels.isWatchedBy(entered.visit(), entered.monitor());
        } else if (event instanceof Event.MonitorLeft left) {
            channels.dismiss(left.visit(), left.monitor());
        } else if (event instanceof Event.Unseated unseated) {
            channels.destroy(unseated.visit());
        } else if (event instanceof Event.Ended ended) {
            end(ended);
        }
    }

    private void inviteAgent(VisitId visit, Address agent, Address customer) {
        if (channels.inviteAgent(visit, agent, customer)) {
            chat.invitation(agent, channelStanzas.room(visit)).ifPresent(sender::send);
        }
    }

    private void end(Event.Ended ended) {
        switch (ended.why()) {
            case AGENT_LEFT, CUSTOMER_LEFT -> channels.destroyAfterFarewell(ended.visit());
            case CUSTOMER_LOST, AGENT_LOST, NOT_ENTERED, CHANNEL_LOST -> channels.destroy(ended.visit());
        }
    }

    private void tell(DriveEvent event) {
        DecisionLog.note(event);
        if (event instanceof DriveEvent.Driven driven) {
            sender.send(channelStanzas.drive(driven));
        } else if (event instanceof DriveEvent.Repeated repeated) {
            channels.repeat(repeated);
        } else if (event instanceof DriveEvent.Reported reported) {
            sender.send(drives.report(reported));
        }
    }

    private void depart(Event.Departed departed) {
        if (departed.why() != DepartReason.VANISHED) {
            sender.send(queue.departed(departed));
        }
    }

    private void show(Address agent, QueueView view) {
        sender.send(queue.overview(agent, view));
        sender.send(queue.details(agent, view));
    }
}
