package dev.usher.testbed.bench;

/** What more than one of the players says. */
final class Xml {
    static final String WORKGROUP = "http://jabber.org/protocol/workgroup";
    static final String JIVE_WORKGROUP = "http://jivesoftware.com/protocol/workgroup";

    private Xml() {}

    static String enter(String room, String nickname) {
        return "<presence to='" + room + "/" + nickname
                + "'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>";
    }
}
