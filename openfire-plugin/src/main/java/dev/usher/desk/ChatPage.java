package dev.usher.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an admin decides about the customers' page of one workgroup.
 *
 * @param forms by language; under the empty name what holds for the other languages. None: as usual
 * @param texts by language, likewise; the empty name is always there
 * @param sites the origins whose pages may hear of a chat that they opened, and may veto drives
 * @param takesMessages whether a message can be left when nobody can answer
 */
public record ChatPage(
        Map<String, EntryForm> forms,
        Map<String, PageTexts> texts,
        List<String> sites,
        Theme theme,
        Optional<Logo> logo,
        boolean takesMessages) {
    private static final String ANY = "";

    /** Nothing is set. */
    public static final ChatPage PLAIN =
            new ChatPage(Map.of(), Map.of(ANY, PageTexts.NONE), List.of(), Theme.PLAIN, Optional.empty(), false);

    public ChatPage {
        forms = Map.copyOf(forms);
        texts = Map.copyOf(texts);
        sites = List.copyOf(sites);
    }

    /** @param language a tag (BCP 47); what is not known is any other */
    public Optional<EntryForm> form(String language) {
        return Optional.ofNullable(forms.getOrDefault(language, forms.get(ANY)));
    }

    public PageTexts texts(String language) {
        return texts.getOrDefault(language, texts.getOrDefault(ANY, PageTexts.NONE));
    }

    /**
     * What is wrong with a customer's answers. They are good if the form of one language allows them: nothing says in
     * which one the customer has read it.
     *
     * @param language in whose form the fault is looked for
     */
    public Optional<EntryFault> fault(String language, Map<String, List<String>> answers) {
        boolean isAllowed =
                forms.values().stream().anyMatch(form -> form.fault(answers).isEmpty());
        return isAllowed ? Optional.empty() : form(language).flatMap(form -> form.fault(answers));
    }
}
