package dev.usher.interop;

import org.jivesoftware.util.JiveGlobals;

/** A property of the server that is otherwise for a while: {@code try (var quick = Setting.of(…))}. */
final class Setting implements AutoCloseable {
    private final String name;
    private final String before;

    private Setting(String name) {
        this.name = name;
        this.before = JiveGlobals.getProperty(name);
    }

    /** One of the workgroup demo: {@code Setting.of("offerTimeout", "1")}. */
    static Setting of(String name, String value) {
        var setting = new Setting("usher.workgroup.demo." + name);
        JiveGlobals.setProperty(setting.name, value);
        return setting;
    }

    @Override
    public void close() {
        if (before == null) {
            JiveGlobals.deleteProperty(name);
        } else {
            JiveGlobals.setProperty(name, before);
        }
    }
}
