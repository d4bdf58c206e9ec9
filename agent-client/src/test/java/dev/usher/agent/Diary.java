package dev.usher.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.agent.stanza.DriveElement;
import dev.usher.agent.stanza.QueueDetails;
import dev.usher.agent.stanza.ReportElement;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jxmpp.jid.EntityBareJid;

/** Writes down what a desk and its channels tell, one line for each call. */
final class Diary implements DeskListener, ChannelListener {

    final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    final BlockingQueue<Offer> offers = new LinkedBlockingQueue<>();
    final BlockingQueue<Invitation> invitations = new LinkedBlockingQueue<>();

    String next() throws InterruptedException {
        var line = lines.poll(10, TimeUnit.SECONDS);
        assertThat(line).as("the desk tells something").isNotNull();
        return line;
    }

    /** All of this has been told, in this order, and nothing in between. */
    void tells(String... expected) throws InterruptedException {
        for (var line : expected) {
            assertThat(next()).isEqualTo(line);
        }
    }

    @Override
    public void offered(Offer offer) {
        offers.add(offer);
        lines.add("offered " + offer.customerName());
    }

    @Override
    public void revoked(Offer offer, String reason) {
        lines.add("revoked " + offer.customerName() + ": " + reason);
    }

    @Override
    public void invited(Invitation invitation) {
        invitations.add(invitation);
        lines.add("invited " + invitation.visit());
    }

    @Override
    public void queueChanged(QueueView queue) {
        lines.add(queue.queue() + ": " + queue.overview().count());
    }

    @Override
    public void waitingChanged(EntityBareJid workgroup, String queue, List<QueueDetails.Waiting> waiting) {
        lines.add(queue + ": "
                + waiting.stream().map(w -> w.customer().toString()).toList());
    }

    @Override
    public void dismissed(EntityBareJid workgroup, String reason) {
        lines.add("dismissed from " + workgroup + ": " + reason);
    }

    @Override
    public void disconnected(String reason) {
        lines.add("disconnected: " + reason);
    }

    @Override
    public void said(Channel channel, Line line) {
        lines.add((line.earlier() ? "earlier " + line.at() + " " : "")
                + (line.whispered() ? "whispered " : "")
                + (line.own() ? "own " : "")
                + line.nick() + ": " + line.text());
    }

    @Override
    public void driven(Channel channel, DriveElement drive) {
        lines.add("drive " + drive.seq() + " by " + drive.by() + " to " + drive.url());
    }

    @Override
    public void reported(Channel channel, ReportElement report) {
        lines.add("report " + report.seq() + " " + report.counts());
    }

    @Override
    public void entered(Channel channel, String nick) {
        lines.add("entered " + nick);
    }

    @Override
    public void left(Channel channel, String nick) {
        lines.add("left " + nick);
    }

    @Override
    public void ended(Channel channel, Ending ending) {
        lines.add("ended " + ending.cause() + ": " + ending.sentence());
    }
}
