package dev.usher.openfire;

import org.jivesoftware.openfire.XMPPServerListener;

/**
 * Hears that the server is about to stop, while everything still works: rooms and connections that go down with it have
 * not been left by anybody.
 */
final class StopWatch implements XMPPServerListener {
    private final Runnable serverStops;

    StopWatch(Runnable serverStops) {
        this.serverStops = serverStops;
    }

    @Override
    public void serverStarted() {}

    @Override
    public void serverStopping() {
        serverStops.run();
    }
}
