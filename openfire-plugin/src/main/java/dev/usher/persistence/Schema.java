package dev.usher.persistence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables as this version of Usher needs them: what the scripts in the plugin's folder "database" make. */
final class Schema {
    /** The name under which Openfire's table ofVersion has {@link #VERSION}: databaseKey in plugin.xml. */
    static final String KEY = "usher";

    /** databaseVersion in plugin.xml, and what the scripts write into ofVersion. */
    static final int VERSION = 1;

    /** Limits of the columns, in bytes of UTF-8. A JID has three parts of 1023 bytes at most (RFC 7622, 3.1). */
    static final int WORD = 255;

    static final int BARE_JID = 2047;
    static final int FULL_JID = 3071;

    /** Each table with its columns. */
    static final Map<String, List<String>> TABLES = new TreeMap<>(Map.of(
            "ofUsherVisit",
            List.of(
                    "visitID",
                    "workgroup",
                    "queueName",
                    "phase",
                    "priority",
                    "arrivalNumber",
                    "arrivedAt",
                    "customerUser",
                    "customerConnection",
                    "customerHash",
                    "origin",
                    "agentUser",
                    "agentConnection",
                    "endedAt",
                    "endReason",
                    "entryCount",
                    "driveCount",
                    "answers",
                    "visitState"),
            "ofUsherEntry",
            List.of("visitID", "entryNumber", "enteredAt", "kind", "who", "what", "stanzaName"),
            "ofUsherSeat",
            List.of("visitID", "entryNumber", "workgroup", "agentHash", "agentUser", "enteredAt"),
            "ofUsherDuty",
            List.of("workgroup", "connectionHash", "agentUser", "agentConnection", "available", "wish"),
            "ofUsherMacros",
            List.of("workgroup", "userHash", "agentUser", "model")));

    private Schema() {}
}
