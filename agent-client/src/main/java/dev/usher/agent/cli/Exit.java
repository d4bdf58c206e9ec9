package dev.usher.agent.cli;

/** How the program ended. Scripts branch on these: a number never changes its meaning. */
enum Exit {
    OK(0, "gone offline as asked"),
    BUG(1, "an error in usher-agent itself"),
    USAGE(2, "an option is missing or wrong"),
    LOGIN(3, "wrong user or password"),
    UNREACHABLE(4, "no XMPP server there"),
    TLS(5, "the connection cannot be encrypted, or the certificate is not trusted"),
    NOT_AN_AGENT(6, "the user may not serve there"),
    LOST(7, "the connection was lost"),
    NO_SERVICE(8, "the server has no such workgroup, or none at all");

    final int code;
    final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }
}
