package dev.usher.testbed.quickstart;

/** Where the quick start listens. */
record Ports(int xmpp, int web, int console, int shop) {}
