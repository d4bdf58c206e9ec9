package dev.usher.desk;

import dev.usher.drive.DriveEvent;
import dev.usher.routing.Address;
import dev.usher.routing.Event;
import dev.usher.routing.Event.OfVisit;
import java.util.List;
import java.util.stream.Collectors;

/** What the journal of a visit says about what happened: a word, the person concerned, and the rest for people to read. */
final class VisitJournal {
    /** @param who an address; may be empty @param what may be empty */
    record Line(String kind, String who, String what, String name) {
        Line(String kind, String who, String what) {
            this(kind, who, what, "");
        }
    }

    private VisitJournal() {}

    static Line of(OfVisit event) {
        var kind = JournalPart.kind(event.getClass());
        if (event instanceof Event.Queued queued) {
            return new Line(
                    kind,
                    queued.customer().connection(),
                    "queue=" + queued.placement().queue());
        } else if (event instanceof Event.MessageLeft left) {
            return line(kind, left.customer(), text(left));
        } else if (event instanceof Event.MessageTold told) {
            return told(kind, told);
        } else if (event instanceof Event.Rejoined rejoined) {
            return line(kind, rejoined.customer(), "");
        } else if (event instanceof Event.CustomerMissed missed) {
            return line(kind, missed.customer(), "until=" + missed.returnBy());
        } else if (event instanceof Event.Overflowed overflowed) {
            return new Line(kind, "", "from=" + overflowed.from() + " to=" + overflowed.to());
        } else if (event instanceof Event.Stayed stayed) {
            return new Line(kind, "", "instead-of=" + stayed.place());
        } else if (event instanceof Event.Relaxed relaxed) {
            return new Line(kind, "", "skills=" + relaxed.skills());
        } else if (event instanceof Event.Unreserved unreserved) {
            return new Line(kind, unreserved.agent(), "");
        } else if (event instanceof Event.Departed departed) {
            return line(kind, departed.customer(), "why=" + departed.why());
        } else if (event instanceof Event.Referred referred) {
            return new Line(kind, "", "workgroup=" + referred.workgroup());
        } else if (event instanceof Event.Recalled recalled) {
            return new Line(kind, "", "workgroup=" + recalled.workgroup());
        } else if (event instanceof Event.CameBack back) {
            return new Line(kind, "", "workgroup=" + back.workgroup());
        } else if (event instanceof Event.Restored restored) {
            return new Line(kind, "", "phase=" + restored.phase());
        }
        return ofOffer(kind, event);
    }

    private static Line ofOffer(String kind, OfVisit event) {
        if (event instanceof Event.Offered offered) {
            return line(kind, offered.agent(), "until=" + offered.until());
        } else if (event instanceof Event.Rejected rejected) {
            return line(kind, rejected.agent(), "");
        } else if (event instanceof Event.Revoked revoked) {
            return line(kind, revoked.agent(), "why=" + revoked.why());
        } else if (event instanceof Event.Seated seated) {
            return line(kind, seated.agent(), seated.lender().isEmpty() ? "" : "lender=" + seated.lender());
        } else if (event instanceof Event.Unseated unseated) {
            return line(kind, unseated.agent(), "");
        } else if (event instanceof Event.HandoverBegun begun) {
            return line(kind, begun.handover().by(), handover(begun.handover()));
        } else if (event instanceof Event.HandoverFailed failed) {
            return line(kind, failed.handover().by(), "why=" + failed.why());
        } else if (event instanceof Event.HandedOver handed) {
            return line(kind, handed.agent(), handover(handed.handover()));
        }
        return ofChannel(kind, event);
    }

    private static Line ofChannel(String kind, OfVisit event) {
        if (event instanceof Event.Opened opened) {
            return line(kind, opened.agent(), "");
        } else if (event instanceof Event.AgentEntered entered) {
            return line(kind, entered.agent(), "");
        } else if (event instanceof Event.CustomerEntered entered) {
            return line(kind, entered.customer(), "");
        } else if (event instanceof Event.AgentMissed missed) {
            return line(kind, missed.agent(), "until=" + missed.returnBy());
        } else if (event instanceof Event.AgentReturned returned) {
            return line(kind, returned.agent(), "");
        } else if (event instanceof Event.AgentLeft left) {
            return line(kind, left.agent(), "");
        } else if (event instanceof Event.Relieved relieved) {
            return line(kind, relieved.agent(), "by=" + relieved.leader().user());
        } else if (event instanceof Event.MonitorAdmitted admitted) {
            return line(kind, admitted.monitor(), "");
        } else if (event instanceof Event.MonitorEntered entered) {
            return line(kind, entered.monitor(), "");
        } else if (event instanceof Event.MonitorLeft left) {
            return line(kind, left.monitor(), "");
        } else if (event instanceof Event.Annotated annotated) {
            return line(JournalPart.kind(annotated.kind()), annotated.by(), annotated.text());
        } else if (event instanceof Event.Said said) {
            return new Line(kind, said.who().connection(), said.text(), said.name());
        } else if (event instanceof Event.Ended ended) {
            return line(kind, ended.agent(), "why=" + ended.why());
        }
        throw new IllegalArgumentException("not of a visit of ours: " + event.getClass());
    }

    /** Null for what is no part of a visit's journal. */
    static Line of(DriveEvent event) {
        var kind = JournalPart.kind(event.getClass());
        if (event instanceof DriveEvent.Driven driven) {
            return new Line(kind, driven.by(), DriveLine.of(driven).what());
        } else if (event instanceof DriveEvent.Acknowledged ack) {
            var reason = ack.reason().isEmpty() ? "" : " reason=" + ack.reason();
            return new Line(
                    kind,
                    ack.browser(),
                    "drive=" + ack.drive() + " state=" + ack.state().word() + reason);
        }
        return null;
    }

    private static String handover(dev.usher.routing.Handover handover) {
        return handover.kind() + " " + handover.target();
    }

    /** What is shown as said. */
    private static String text(Event.MessageLeft message) {
        return String.join("\n", message.placement().answers().getOrDefault("question", List.of()));
    }

    /** The first of them as the person concerned, the others to read. */
    private static Line told(String kind, Event.MessageTold told) {
        var connections = told.agents().stream().map(Address::connection).toList();
        var others = connections.stream().skip(1).collect(Collectors.joining(" "));
        return new Line(kind, connections.stream().findFirst().orElse(""), others.isEmpty() ? "" : "and=" + others);
    }

    private static Line line(String kind, Address who, String what) {
        return new Line(kind, who.connection(), what);
    }
}
