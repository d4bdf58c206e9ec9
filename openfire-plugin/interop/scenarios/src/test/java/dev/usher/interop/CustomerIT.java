package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Proves;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.workgroup.packet.DepartQueuePacket;
import org.jivesoftware.smackx.xdata.FormField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Customers look, read the form, join, wait, and leave. */
class CustomerIT {
    @RegisterExtension
    static final UsherServer usher = Ground.server();

    @Test
    @Proves({Operation.LOOK, Operation.JOIN_CLOSED})
    void aWorkgroupIsOpenWhileAnAgentIsOnline() throws Exception {
        try (var romeo = SmackCustomer.named(usher, "romeo")) {
            assertThat(romeo.workgroup().isAvailable()).isFalse();
            assertThatExceptionOfType(XMPPErrorException.class)
                    .isThrownBy(() -> romeo.join("Romeo"))
                    .satisfies(error -> assertThat(error.getStanzaError().getCondition())
                            .isEqualTo(StanzaError.Condition.service_unavailable));
            try (var alice = SmackAgent.online(usher, "alice")) {
                assertThat(alice.connection().isConnected()).isTrue();
                assertThat(romeo.workgroup().isAvailable()).isTrue();
            }
        }
    }

    @Test
    @Proves({Operation.READ_FORM, Operation.JOIN})
    void theFormIsReadFilledInAndReadByTheAgent() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.anonymous(usher)) {
            var form = romeo.workgroup().getWorkgroupForm();
            assertThat(form.getDataForm().getFields())
                    .extracting(FormField::getFieldName)
                    .containsExactly("username", "question");
            var filled = form.getFillableForm();
            filled.setAnswer("username", "Romeo");
            filled.setAnswer("question", "Which balcony?");
            romeo.workgroup()
                    .joinQueue(
                            filled.getDataFormToSubmit(),
                            romeo.connection().getUser().asBareJid());
            romeo.told().takeEqual("joined");
            assertThat(alice.offerOf(romeo).getMetaData())
                    .isEqualTo(Map.of(
                            "username", List.of("Romeo"),
                            "question", List.of("Which balcony?"),
                            "userID",
                                    List.of(romeo.connection()
                                            .getUser()
                                            .asBareJid()
                                            .toString())));
        }
    }

    @Test
    @Proves({Operation.POSITION, Operation.DEPART})
    void whoWaitsIsToldTheirPlaceAndMovesUpWhenSomebodyLeaves() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo");
                var juliet = SmackCustomer.named(usher, "juliet")) {
            romeo.join("Romeo");
            romeo.told().takeEqual("position 1");
            juliet.join("Juliet");
            juliet.told().takeEqual("position 2");
            assertThat(juliet.workgroup().getQueuePosition()).isEqualTo(2);
            alice.offerOf(romeo);

            romeo.workgroup().departQueue();
            romeo.told().takeEqual("departed");
            juliet.told().takeEqual("position 1");
            alice.offerOf(juliet);
            assertThat(romeo.workgroup().isInQueue()).isFalse();
            assertThat(juliet.workgroup().isInQueue()).isTrue();
        }
    }

    @Test
    @Proves(Operation.DEPART)
    void whoLeavesTheQueueJustWhenAnAgentAcceptsIsGone() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            var atAlices = alice.accept(alice.offerOf(romeo), "Alice");
            // Smack's departQueue() sends nothing any more once the invitation is there.
            romeo.connection().sendStanza(new DepartQueuePacket(Ground.DEMO));
            romeo.told().takeEqual("departed");
            atAlices.awaitOver();
        }
    }

    @Test
    @Proves(Operation.GIVEN_UP)
    void whoHasWaitedTooLongIsToldThatNobodyWillCome() throws Exception {
        try (var impatient = Setting.of("queue.Default_Queue.requestTimeout", "1");
                var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            alice.offerOf(romeo).reject();
            romeo.told().takeEqual("departed");
            assertThat(romeo.workgroup().isInQueue()).isFalse();
        }
    }

    @Test
    @Proves(Operation.OLD_SETTINGS)
    void whatOnlyTheOldWebChatAskedForIsNotThere() throws Exception {
        try (var romeo = SmackCustomer.named(usher, "romeo")) {
            for (ThrowingCallable question : List.<ThrowingCallable>of(
                    () -> romeo.workgroup().getChatSettings(),
                    () -> romeo.workgroup().getOfflineSettings(),
                    () -> romeo.workgroup().getSoundSettings(),
                    () -> romeo.workgroup().getWorkgroupProperties())) {
                assertThatExceptionOfType(XMPPErrorException.class)
                        .isThrownBy(question)
                        .satisfies(error -> assertThat(error.getStanzaError().getCondition())
                                .isEqualTo(StanzaError.Condition.item_not_found));
            }
        }
    }

    @Test
    @Proves(Operation.EMAIL)
    void theWorkgroupSendsNoMail() throws Exception {
        try (var romeo = SmackCustomer.named(usher, "romeo")) {
            assertThat(romeo.workgroup().isEmailAvailable()).isFalse();
        }
    }
}
