package dev.usher.openfire;

import dev.usher.desk.ChatPage;
import dev.usher.desk.MacroGroup;
import dev.usher.routing.Settings;
import dev.usher.wire.IdentityRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the properties of one workgroup say.
 *
 * @param title what people read
 * @param page what customers see before a visit
 * @param macros the texts that its agents have ready
 * @param identity who is verified, and whether everybody has to be
 * @param mail where messages that customers leave are sent by e-mail; empty for nowhere
 * @param groups the groups that its agents come from
 * @param problems what could not be used, in no order that means anything
 */
record SettingsReading(
        String title,
        Settings settings,
        ChatPage page,
        Optional<MacroGroup> macros,
        IdentityRules identity,
        Optional<String> mail,
        Set<String> groups,
        List<SettingsProblem> problems) {
    SettingsReading {
        groups = Set.copyOf(groups);
        problems = List.copyOf(problems);
    }
}
