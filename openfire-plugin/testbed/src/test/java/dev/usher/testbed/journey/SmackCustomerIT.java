package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usher.testbed.Poll;
import dev.usher.testbed.ground.SmackLogin;
import dev.usher.testbed.ground.UsherServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.workgroup.WorkgroupInvitation;
import org.jivesoftware.smackx.workgroup.user.QueueListener;
import org.jivesoftware.smackx.workgroup.user.Workgroup;
import org.jivesoftware.smackx.xdata.FormField;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer with Smack's own, unmodified {@link Workgroup}, which sends its form twice. */
class SmackCustomerIT implements QueueListener {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String FORM = "usher.workgroup.demo.form";

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final BlockingQueue<WorkgroupInvitation> invitations = new LinkedBlockingQueue<>();
    private SmackAgent alice;
    private XMPPTCPConnection connection;
    private Workgroup workgroup;

    @BeforeEach
    void connect() throws Exception {
        alice = SmackAgent.online(usher, "alice");
        connection = SmackLogin.login(usher, "admin");
        workgroup = new Workgroup(SmackAgent.WORKGROUP, connection);
        workgroup.addQueueListener(this);
        workgroup.addInvitationListener(invitations::add);
    }

    @AfterEach
    void disconnect() {
        JiveGlobals.setProperty(FORM, ""); // as good as none
        SmackLogin.logout(connection);
        alice.close();
    }

    @Test
    void theFormIsReadAndFilledInThePositionComesAndThenTheInvitation() throws Exception {
        assertThat(workgroup.getWorkgroupForm().getDataForm().getFields())
                .extracting(FormField::getFieldName)
                .containsExactly("username", "question");

        join();
        awaitTold("joined");
        awaitTold("position 1");
        var offer = alice.awaitOffer();
        alice.accept(offer, "Alice");

        var invitation = invitations.poll(15, TimeUnit.SECONDS);
        assertThat(invitation).isNotNull();
        assertThat(invitation.getSessionID()).isEqualTo(offer.getSessionID());
        assertThat(invitation.getGroupChatName().getLocalpartOrNull().toString())
                .isEqualTo(offer.getSessionID());
    }

    @Test
    void theAdminsFormIsReadAndWhatItDoesNotAllowIsRefusedUntilItIsPutRight() throws Exception {
        JiveGlobals.setProperty(FORM, """
                title: How can we help?
                username = Your name; required
                text: About your order
                topic = What is it about?; one of Repair = r | Sale = s; default r; required
                email = E-mail; e-mail
                phone = Phone; phone
                size = Size; number 1 to 9
                since = Since; date
                plate = Plate; matches [A-Z]{1,3}-[0-9]+
                question = Question; long text
                """);
        var form = workgroup.getWorkgroupForm().getDataForm();
        assertThat(form.getFields())
                .extracting(field -> field.getFieldName() + " " + field.getType())
                .containsExactly(
                        "username text-single",
                        "text-1 fixed",
                        "topic list-single",
                        "email text-single",
                        "phone text-single",
                        "size text-single",
                        "since text-single",
                        "plate text-single",
                        "question text-multi");
        assertThatExceptionOfType(XMPPException.XMPPErrorException.class)
                .isThrownBy(this::join)
                .withMessageContaining("What is it about?");

        JiveGlobals.setProperty(FORM, "");
        join();
        alice.awaitOffer();
    }

    @Test
    void whoLeavesTheQueueIsToldSoAndIsNoLongerOffered() throws Exception {
        join();
        var offer = alice.awaitOffer();

        workgroup.departQueue();

        awaitTold("departed");
        assertThat(alice.awaitRevoked().getSessionID()).isEqualTo(offer.getSessionID());
        assertThat(workgroup.isInQueue()).isFalse();
    }

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

    private void join() throws Exception {
        workgroup.joinQueue(
                DataForm.builder(DataForm.Type.submit)
                        .addField(FormField.textSingleBuilder("username")
                                .setValue("Romeo")
                                .build())
                        .build(),
                connection.getUser().asBareJid());
    }

    /** Whatever came before or besides: Smack tells of the answer in one thread, and of messages in another. */
    private void awaitTold(String what) {
        Poll.until(() -> told.contains(what), Duration.ofSeconds(15), () -> "'" + what + "' is not among " + told);
    }
}
