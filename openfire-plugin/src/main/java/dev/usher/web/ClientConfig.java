package dev.usher.web;

import dev.usher.desk.ChatPage;
import dev.usher.desk.Directory;
import dev.usher.desk.EntryField;
import dev.usher.desk.EntryForm;
import dev.usher.desk.PageTexts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the chat page must know, as JSON (docs/protocol/web.md). */
final class ClientConfig {
    private final String domain;
    private final String service;
    private final Clock clock;

    /**
     * @param domain the XMPP domain
     * @param service the domain of the workgroups
     */
    ClientConfig(String domain, String service, Clock clock) {
        this.domain = domain;
        this.service = service;
        this.clock = clock;
    }

    String json(Directory.Listing workgroup, ChatPage page, Words words) {
        var config = new LinkedHashMap<String, Object>();
        config.put("domain", domain);
        config.put("workgroup", workgroup.name() + "@" + service);
        config.put("title", workgroup.title());
        config.put("websocket", "/ws/");
        config.put("bosh", "/http-bind/");
        config.put("now", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        config.put("state", workgroup.stateWord());
        config.put("messages", page.takesMessages());
        config.put(
                "form",
                page.form(words.language()).map(form -> form(form, words)).orElse(null));
        config.put("texts", texts(page.texts(words.language())));
        config.put(
                "logo",
                page.logo().map(logo -> Paths.of(workgroup.name()) + "/logo").orElse(null));
        config.put("sites", page.sites());
        return Json.of(config);
    }

    /** What anybody may know: no more than whether somebody answers. */
    static String state(Directory.Listing workgroup) {
        var state = new LinkedHashMap<String, Object>();
        state.put("state", workgroup.stateWord());
        state.put("title", workgroup.title());
        return Json.of(state);
    }

    private static Map<String, Object> texts(PageTexts page) {
        var texts = new LinkedHashMap<String, Object>();
        texts.put("welcome", orNull(page.welcome()));
        texts.put("closed", orNull(page.closed()));
        texts.put("privacy", orNull(page.privacy()));
        texts.put("privacyLink", orNull(page.privacyLink()));
        texts.put("consent", orNull(page.consent()));
        return texts;
    }

    private static Map<String, Object> form(EntryForm form, Words words) {
        var all = new LinkedHashMap<String, Object>();
        all.put("title", orNull(form.title()));
        all.put("instructions", orNull(form.instructions()));
        all.put(
                "fields",
                form.fields().stream().map(field -> field(field, words)).toList());
        return all;
    }

    private static Map<String, Object> field(EntryField own, Words words) {
        boolean isUnnamed =
                own.name().equals(EntryField.USERNAME) && own.label().isEmpty();
        var field = new LinkedHashMap<String, Object>();
        field.put("var", own.name());
        field.put("type", own.kind().word());
        field.put("label", isUnnamed ? words.of("yourName") : own.label());
        field.put("desc", orNull(own.help()));
        field.put("required", own.isRequired());
        field.put("values", own.values());
        field.put("options", own.options().stream().map(ClientConfig::option).toList());
        field.put("validate", own.validation().map(ClientConfig::validation).orElse(null));
        return field;
    }

    private static Map<String, Object> option(EntryField.Option own) {
        var option = new LinkedHashMap<String, Object>();
        option.put("label", own.label());
        option.put("value", own.value());
        return option;
    }

    private static Map<String, Object> validation(EntryField.Validation own) {
        var validation = new LinkedHashMap<String, Object>();
        validation.put("datatype", own.datatype());
        validation.put("min", orNull(own.min()));
        validation.put("max", orNull(own.max()));
        validation.put("regex", orNull(own.regex()));
        return validation;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
