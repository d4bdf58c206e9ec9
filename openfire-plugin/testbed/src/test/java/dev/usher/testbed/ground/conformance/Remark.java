package dev.usher.testbed.ground.conformance;

/**
 * What the page says about an operation besides that it works: how a client's own ways change what its user sees. At
 * most a few words, as they stand in a cell of a table.
 */
public final class Remark {
    private String text = "";

    public void is(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
