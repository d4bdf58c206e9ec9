package dev.usher.openfire;

import dev.usher.routing.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jivesoftware.util.EmailService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages that customers have left by e-mail, to the address that the admin named and to nobody else. What a
 * customer wrote is in the text alone and never in a header. Openfire sends in a thread of its own, and logs what fails.
 */
final class MessageMail implements BiConsumer<String, Event.MessageLeft> {
    /** Of a mail: who it is for, what it is about, what it says. */
    record Mail(String to, String subject, String text) {}

    /** Sends a mail sooner or later. */
    interface Post {
        void send(Mail mail);
    }

    private static final Logger LOG = LoggerFactory.getLogger(MessageMail.class);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\",;:\\p{Cntrl}]+@[^\\s@<>\",;:\\p{Cntrl}]+");

    private final Function<String, Optional<String>> addresses;
    private final Post post;

    /** @param addresses where those of a workgroup are sent to; empty for nowhere */
    MessageMail(Function<String, Optional<String>> addresses) {
        this(addresses, MessageMail::sendByOpenfire);
    }

    MessageMail(Function<String, Optional<String>> addresses, Post post) {
        this.addresses = addresses;
        this.post = post;
    }

    private static void sendByOpenfire(Mail mail) {
        EmailService.getInstance().sendMessage(null, mail.to(), "Usher", mail.to(), mail.subject(), mail.text(), null);
    }

    @Override
    public void accept(String workgroup, Event.MessageLeft message) {
        addresses.apply(workgroup).ifPresent(to -> {
            var subject = "Message left for " + workgroup;
            post.send(new Mail(to, subject, text(message.placement().answers())));
            LOG.info("mailed message={} workgroup={}", message.visit().value(), workgroup);
        });
    }

    private static String text(Map<String, List<String>> answers) {
        return "From: " + answer(answers, "username") + "\nReply to: " + answer(answers, "email") + "\n\n"
                + answer(answers, "question") + "\n";
    }

    private static String answer(Map<String, List<String>> answers, String field) {
        return String.join("\n", answers.getOrDefault(field, List.of()));
    }

    /** One plain address, as an admin writes it. */
    static String address(String text) throws Unreadable {
        var address = text.strip();
        if (!ADDRESS.matcher(address).matches()) {
            throw new Unreadable("is no e-mail address like sales@example.org");
        }
        return address;
    }
}
