package dev.usher.testbed.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jivesoftware.util.JiveGlobals;

/** The plugin's settings as Openfire keeps them, for reading. */
final class Settings {
    private static final Pattern AGENTS = Pattern.compile("usher\\.workgroup\\..+\\.agents");
    private static final Pattern CONFIDENTIAL = Pattern.compile("secret|password|token|key");

    private Settings() {}

    static SortedMap<String, String> ofUsher() {
        var settings = new TreeMap<String, String>();
        for (var name : JiveGlobals.getPropertyNames()) {
            if (name.startsWith("usher.")) {
                settings.put(name, confidential(name) ? "(not shown)" : JiveGlobals.getProperty(name, ""));
            }
        }
        return settings;
    }

    static SortedSet<String> agents() {
        var agents = new TreeSet<String>();
        ofUsher().entrySet().stream()
                .filter(setting -> AGENTS.matcher(setting.getKey()).matches())
                .map(Map.Entry::getValue)
                .flatMap(names -> Arrays.stream(names.split("[,\\s]+")))
                .filter(name -> !name.isBlank())
                .forEach(agents::add);
        return agents;
    }

    private static boolean confidential(String name) {
        return CONFIDENTIAL.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
