package dev.usher.wire;

/** The XML namespaces that the switch speaks. */
final class Namespaces {
    /** XEP-0142, as Smack and Spark use it. */
    static final String WORKGROUP = "http://jabber.org/protocol/workgroup";
    /** The extensions that Smack and Spark add to it. */
    static final String JIVE = "http://jivesoftware.com/protocol/workgroup";
    /** docs/protocol/drive.md. */
    static final String DRIVE = "urn:usher:drive:1";
    /** docs/protocol/README.md. */
    static final String VISIT = "urn:usher:visit:1";
    /** XEP-0045. */
    static final String MUC = "http://jabber.org/protocol/muc";

    static final String MUC_USER = MUC + "#user";
    static final String MUC_OWNER = MUC + "#owner";

    static final String MUC_ADMIN = MUC + "#admin";
    /** XEP-0030. */
    static final String DISCO_INFO = "http://jabber.org/protocol/disco#info";

    static final String DISCO_ITEMS = "http://jabber.org/protocol/disco#items";
    /** XEP-0091, which Smack's transcripts know. */
    static final String OLD_DELAY = "jabber:x:delay";
    /** RFC 6120 §4.8.3: what is not said in another namespace. */
    static final String CLIENT = "jabber:client";
    /** XEP-0203. */
    static final String DELAY = "urn:xmpp:delay";
    /** XEP-0004. */
    static final String DATA_FORM = "jabber:x:data";
    /** XEP-0122. */
    static final String VALIDATE = "http://jabber.org/protocol/xdata-validate";
    /** XEP-0066. */
    static final String OOB = "jabber:x:oob";
    /** XEP-0313. */
    static final String ARCHIVE = "urn:xmpp:mam:2";
    /** XEP-0297. */
    static final String FORWARD = "urn:xmpp:forward:0";
    /** XEP-0059. */
    static final String RESULT_SET = "http://jabber.org/protocol/rsm";
    /** XEP-0249. */
    static final String CONFERENCE = "jabber:x:conference";
    /** XEP-0334. */
    static final String HINTS = "urn:xmpp:hints";
    /** XEP-0333. */
    static final String MARKERS = "urn:xmpp:chat-markers:0";
    /** XEP-0050. */
    static final String COMMANDS = "http://jabber.org/protocol/commands";
    /** RFC 6120 §8.3. */
    static final String STANZA_ERROR = "urn:ietf:params:xml:ns:xmpp-stanzas";

    private Namespaces() {}
}
