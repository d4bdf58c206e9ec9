package dev.usher.testbed.ground.conformance;

/** The parts of the conformance page, in their order. */
public enum Section {
    AGENT("The agent"),
    OFFERS("Offers"),
    CUSTOMER("The customer"),
    CHANNEL("The channel"),
    HANDING_OVER("Handing over"),
    TOOLS("Agent tools"),
    COMMANDS("Channel commands"),
    LOST("Lost connections");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
