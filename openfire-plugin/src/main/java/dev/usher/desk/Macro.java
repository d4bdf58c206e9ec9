package dev.usher.desk;

/**
 * A text that agents have ready.
 *
 * @param title what it is chosen by; never blank
 */
public record Macro(String title, String text) {}
