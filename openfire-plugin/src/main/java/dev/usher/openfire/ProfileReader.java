package dev.usher.openfire;

import dev.usher.routing.AgentProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads what is known of single agents. Used once. */
final class ProfileReader {
    private static final String ONE = "agent.";
    private static final String SKILLS = "skills";
    private static final String CAPACITY = "maxVisits";

    private final PropertyScope scope;
    private final AgentReader agents;
    private final Map<String, AgentProfile> profiles = new TreeMap<>();

    ProfileReader(PropertyScope scope, AgentReader agents) {
        this.scope = scope;
        this.agents = agents;
    }

    /** By bare JID. */
    Map<String, AgentProfile> profiles() {
        for (var name : scope.namesFrom(ONE)) {
            // The last dot: a user's name may have dots.
            int dot = name.lastIndexOf('.');
            var setting = name.substring(dot + 1);
            if (dot > ONE.length() && (setting.equals(SKILLS) || setting.equals(CAPACITY))) {
                read(name, name.substring(ONE.length(), dot), setting);
            }
        }
        return profiles;
    }

    private void read(String name, String agent, String setting) {
        var text = scope.text(name).orElse("");
        if (text.isEmpty()) {
            return;
        }
        try {
            var user = agents.user(agent);
            var known = profiles.getOrDefault(user, AgentProfile.PLAIN);
            boolean isSkills = setting.equals(SKILLS);
            if (isSkills ? !known.skills().isEmpty() : known.capacity() > 0) {
                scope.report(name, text, "is there twice, with the user in another form", "the last one is used");
            }
            profiles.put(
                    user,
                    isSkills
                            ? new AgentProfile(known.capacity(), skills(name))
                            : new AgentProfile(scope.number(name, 1, 0), known.skills()));
        } catch (Unreadable e) {
            scope.report(name, text, "is for " + agent + ", which " + e.getMessage(), "it is ignored");
        }
    }

    private Map<String, Integer> skills(String name) {
        var skills = new LinkedHashMap<String, Integer>();
        for (var item : scope.list(name, ",")) {
            try {
                var skill = SkillsText.parse(item);
                skills.put(skill.getKey(), skill.getValue());
            } catch (Unreadable e) {
                scope.report(name, item, e.getMessage(), "it is left out");
            }
        }
        return skills;
    }
}
