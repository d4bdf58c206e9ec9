package dev.usher.testbed.openfire;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.LogManager;
import org.apache.log4j.spi.LoggingEvent;
import org.jivesoftware.openfire.container.PluginManager;

/**
 * Listens to what Openfire's plugin loader complains about. The loader has no other way to tell: a plugin that threw,
 * or whose tables could not be made, counts as loaded all the same.
 */
final class PluginTrouble extends AppenderSkeleton implements AutoCloseable {
    private final Queue<LoggingEvent> complaints = new ConcurrentLinkedQueue<>();
    private final String plugin;

    private PluginTrouble(String plugin) {
        this.plugin = plugin;
    }

    static PluginTrouble with(String plugin) {
        var trouble = new PluginTrouble(plugin);
        // The package: extracting is its monitor's work, loading its manager's.
        LogManager.getLogger(PluginManager.class.getPackageName()).addAppender(trouble);
        return trouble;
    }

    /** Throws what was heard, with the plugin's own exception as the cause. */
    void raise() {
        var first = complaints.peek();
        if (first == null) {
            return;
        }
        var thrown = first.getThrowableInformation();
        throw new IllegalStateException(first.getRenderedMessage(), thrown == null ? null : thrown.getThrowable());
    }

    @Override
    protected void append(LoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)
                && event.getRenderedMessage().contains("'" + plugin + "'")) {
            complaints.add(event);
        }
    }

    @Override
    public void close() {
        LogManager.getLogger(PluginManager.class.getPackageName()).removeAppender(this);
    }

    @Override
    public boolean requiresLayout() {
        return false;
    }
}
