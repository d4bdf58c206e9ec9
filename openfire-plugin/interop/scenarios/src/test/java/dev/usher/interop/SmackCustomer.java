package dev.usher.interop;

import dev.usher.testbed.ground.UsherServer;
import java.util.Map;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.workgroup.WorkgroupInvitation;
import org.jivesoftware.smackx.workgroup.packet.DepartQueuePacket;
import org.jivesoftware.smackx.workgroup.user.QueueListener;
import org.jivesoftware.smackx.workgroup.user.Workgroup;
import org.jivesoftware.smackx.xdata.FormField;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.jxmpp.jid.EntityBareJid;

/** A customer with Smack's own, unmodified {@link Workgroup}. */
final class SmackCustomer implements AutoCloseable {
    private final XMPPTCPConnection connection;
    private final Workgroup workgroup;
    private final Inbox<String> told = new Inbox<>("word from the queue:");
    private final Inbox<WorkgroupInvitation> invitations = new Inbox<>("an invitation");
    private Channel channel;

    private SmackCustomer(XMPPTCPConnection connection, EntityBareJid workgroup) {
        this.connection = connection;
        this.workgroup = new Workgroup(workgroup, connection);
        this.workgroup.addQueueListener(new QueueListener() {
            @Override
            public void joinedQueue() {
                told.add("joined");
            }

            @Override
            public void departedQueue() {
                told.add("departed");
            }

            @Override
            public void queuePositionUpdated(int position) {
                told.add("position " + position);
            }

            @Override
            public void queueWaitTimeUpdated(int seconds) {
                told.add("wait " + seconds);
            }
        });
        this.workgroup.addInvitationListener(invitations::add);
    }

    /** Somebody with an account. */
    static SmackCustomer named(UsherServer usher, String name) throws Exception {
        return new SmackCustomer(Login.as(usher, name), Ground.DEMO);
    }

    static SmackCustomer anonymous(UsherServer usher) throws Exception {
        return new SmackCustomer(Login.anonymously(usher), Ground.DEMO);
    }

    /** A customer over a connection on which there may be an agent as well. */
    static SmackCustomer over(XMPPTCPConnection connection) {
        return new SmackCustomer(connection, Ground.DEMO);
    }

    XMPPTCPConnection connection() {
        return connection;
    }

    Workgroup workgroup() {
        return workgroup;
    }

    /** {@code joined}, {@code departed}, {@code position 1}, {@code wait 20}. */
    Inbox<String> told() {
        return told;
    }

    Inbox<WorkgroupInvitation> invitations() {
        return invitations;
    }

    /** Joins with the field username filled in. */
    void join(String username) throws Exception {
        join(Map.of("username", username));
    }

    void join(Map<String, String> answers) throws Exception {
        var form = DataForm.builder(DataForm.Type.submit);
        answers.forEach((field, answer) -> form.addField(
                FormField.textSingleBuilder(field).setValue(answer).build()));
        workgroup.joinQueue(form.build(), connection.getUser().asBareJid());
    }

    /** Enters the channel of the invitation that comes. */
    Channel enter(String nickname) throws Exception {
        channel = Channel.enter(connection, invitations.take().getGroupChatName(), nickname);
        return channel;
    }

    @Override
    public String toString() {
        return connection.getUser().toString();
    }

    /** The connection breaks, without a word. */
    void vanish() {
        connection.instantShutdown();
    }

    /** Ends the visit, so that it takes up nobody in the next test, and goes. */
    @Override
    public void close() throws Exception {
        if (connection.isConnected()) {
            if (channel != null) {
                channel.abandon();
            }
            connection.sendStanza(new DepartQueuePacket(workgroup.getWorkgroupJID()));
            Login.out(connection);
        }
    }
}
