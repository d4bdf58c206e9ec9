package dev.usher.openfire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.usher.routing.Address;
import dev.usher.routing.Event;
import dev.usher.routing.Placement;
import dev.usher.routing.VisitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages by e-mail: to the admin's address and nobody else's, whatever a customer writes. */
class MessageMailTest {
    private final List<MessageMail.Mail> sent = new ArrayList<>();
    private final MessageMail mail = new MessageMail(
            workgroup -> workgroup.equals("sales") ? Optional.of("sales@example.org") : Optional.empty(), sent::add);

    private static Event.MessageLeft from(String name, String email, String text) {
        var answers = Map.of("username", List.of(name), "email", List.of(email), "question", List.of(text));
        var placement =
                new Placement("", answers, Instant.EPOCH, 1, "Default Queue", 0, Map.of(), Optional.empty(), "");
        return new Event.MessageLeft(new VisitId("m"), new Address("m@w", "m@w"), placement);
    }

    @Test
    void whatWasWrittenIsInTheTextAndNowhereElse() {
        mail.accept("sales", from("Romeo\r\nBcc: all@example.org", "a@b\nTo: all@example.org", "Where?\n.\nQUIT"));

        assertEquals(
                List.of(new MessageMail.Mail(
                        "sales@example.org",
                        "Message left for sales",
                        "From: Romeo\r\nBcc: all@example.org\nReply to: a@b\nTo: all@example.org\n\n"
                                + "Where?\n.\nQUIT\n")),
                sent);
    }

    @Test
    void whereNoAddressIsSetNothingIsSent() {
        mail.accept("help", from("Romeo", "romeo@example.org", "Where?"));

        assertEquals(List.of(), sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales", "a@b, c@d", "Sales <sales@example.org>", "a@b\nBcc: c@d", "@", "a b@c"})
    void anAddressIsOneAndPlain(String text) {
        assertThrows(Unreadable.class, () -> MessageMail.address(text));
    }
}
