package dev.usher.agent.stanza;

/** The three namespaces that an agent's client speaks besides XMPP's own. */
public final class Namespaces {

    /** The queue, XEP-0142. */
    public static final String WORKGROUP = "http://jabber.org/protocol/workgroup";

    /** What Jive Software added to the queue, and every client has come to expect. */
    public static final String JIVE = "http://jivesoftware.com/protocol/workgroup";

    /** Leading, {@code docs/protocol/drive.md}. */
    public static final String DRIVE = "urn:usher:drive:1";

    private Namespaces() {}
}
