package dev.usher.wire;

import dev.usher.desk.ChatPage;
import dev.usher.desk.EntryField;
import dev.usher.desk.EntryForm;
import dev.usher.desk.Order;
import dev.usher.routing.Command;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/**
 * The forms that customers fill in before a visit (XEP-0004, XEP-0122): the admin's, in the language of the stanza, or
 * the usual one where the admin has set none. Thread-safe.
 */
final class EntryForms {
    private static final QName LANGUAGE = QName.get("lang", Namespace.XML_NAMESPACE);

    private final Function<String, ChatPage> pages;

    /** @param pages what an admin decides about the customers' page of a workgroup */
    EntryForms(Function<String, ChatPage> pages) {
        this.pages = pages;
    }

    /** Writes the form of the workgroup that is asked. @param title of a form that has none */
    void write(Element parent, IQ request, String title) {
        var form = Xml.add(parent, "x", Namespaces.DATA_FORM).addAttribute("type", "form");
        pages.apply(request.getTo().getNode())
                .form(language(request))
                .ifPresentOrElse(own -> write(form, own, title), () -> writeUsual(form, title));
    }

    /** The error for a join whose answers the admin's form does not allow. Without such a form everything is allowed. */
    Optional<Packet> refusal(IQ request, Order order) {
        if (order instanceof Order.Route route && route.command() instanceof Command.Join join) {
            return pages.apply(request.getTo().getNode())
                    .fault(language(request), join.answers())
                    .map(fault -> StanzaErrors.of(request, fault));
        }
        return Optional.empty();
    }

    private static String language(IQ request) {
        var tag = request.getElement().attributeValue(LANGUAGE);
        return tag == null ? "" : tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    /** COMPAT: Spark shows no Accept button where a workgroup has no form, so every workgroup has one. */
    private static void writeUsual(Element form, String title) {
        Xml.addText(form, "title", title);
        Xml.addText(form, "instructions", "Tell us who you are and how we can help.");
        Xml.add(field(form, EntryField.USERNAME, "text-single", "Name"), "required");
        field(form, "question", "text-multi", "Question");
    }

    private static void write(Element form, EntryForm own, String title) {
        Xml.addText(form, "title", own.title().isEmpty() ? title : own.title());
        if (!own.instructions().isEmpty()) {
            Xml.addText(form, "instructions", own.instructions());
        }
        own.fields().forEach(field -> write(form, field));
    }

    private static void write(Element form, EntryField own) {
        var field = field(form, own.name(), own.kind().word(), label(own));
        if (!own.help().isEmpty()) {
            Xml.addText(field, "desc", own.help());
        }
        if (own.isRequired()) {
            Xml.add(field, "required");
        }
        own.values().forEach(value -> Xml.addText(field, "value", value));
        for (var option : own.options()) {
            Xml.addText(Xml.add(field, "option").addAttribute("label", option.label()), "value", option.value());
        }
        own.validation().ifPresent(rule -> write(field, rule));
    }

    /** What a customer reads. Only the field that we have added ourselves, and what is not asked, has no label. */
    static String label(EntryField field) {
        return field.label().isEmpty() && field.name().equals(EntryField.USERNAME) ? "Name" : field.label();
    }

    private static void write(Element field, EntryField.Validation rule) {
        var validate = Xml.add(field, "validate", Namespaces.VALIDATE).addAttribute("datatype", rule.datatype());
        if (!rule.regex().isEmpty()) {
            Xml.addText(validate, "regex", rule.regex());
        } else if (!rule.min().isEmpty() || !rule.max().isEmpty()) {
            var range = Xml.add(validate, "range");
            range.addAttribute("min", rule.min().isEmpty() ? null : rule.min());
            range.addAttribute("max", rule.max().isEmpty() ? null : rule.max());
        } else {
            Xml.add(validate, "basic");
        }
    }

    private static Element field(Element form, String name, String type, String label) {
        return Xml.add(form, "field")
                .addAttribute("var", name)
                .addAttribute("type", type)
                .addAttribute("label", label.isEmpty() ? null : label);
    }
}
