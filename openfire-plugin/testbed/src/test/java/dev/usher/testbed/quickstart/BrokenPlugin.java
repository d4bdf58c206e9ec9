package dev.usher.testbed.quickstart;

import java.io.File;
import org.jivesoftware.openfire.container.Plugin;
import org.jivesoftware.openfire.container.PluginManager;

/** Throws as it starts. Public, with a constructor: Openfire makes it by reflection. */
public final class BrokenPlugin implements Plugin {
    @Override
    public void initializePlugin(PluginManager plugins, File directory) {
        throw new IllegalStateException("wherefore art thou");
    }

    @Override
    public void destroyPlugin() {
        // Nothing was started.
    }
}
