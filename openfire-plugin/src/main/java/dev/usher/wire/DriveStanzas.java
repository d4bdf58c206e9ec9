package dev.usher.wire;

import dev.usher.drive.DriveEvent;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Message;

/** What an agent is told about a drive: that it went out, and how it fares. */
final class DriveStanzas {
    private final String workgroup;

    /** @param workgroup its bare JID */
    DriveStanzas(String workgroup) {
        this.workgroup = workgroup;
    }

    IQ accepted(IQ request, DriveEvent.Driven driven) {
        var reply = IQ.createResultIQ(request);
        reply.setChildElement("drive", Namespaces.DRIVE)
                .addAttribute("session", driven.visit())
                .addAttribute("id", driven.id())
                .addAttribute("seq", Integer.toString(driven.seq()))
                .addAttribute("url", driven.url())
                .addAttribute("browsers", Integer.toString(driven.browsers()));
        return reply;
    }

    Message report(DriveEvent.Reported reported) {
        var message = new Message();
        message.setFrom(workgroup);
        message.setTo(reported.to());
        var report = message.addChildElement("report", Namespaces.DRIVE)
                .addAttribute("session", reported.visit())
                .addAttribute("drive", reported.drive())
                .addAttribute("seq", Integer.toString(reported.seq()))
                .addAttribute("browsers", Integer.toString(reported.browsers()));
        for (var count : reported.counts()) {
            var row =
                    Xml.add(report, "count").addAttribute("state", count.state().word());
            if (!count.reason().isEmpty()) {
                row.addAttribute("reason", count.reason());
            }
            row.addAttribute("browsers", Integer.toString(count.browsers()));
        }
        return message;
    }
}
