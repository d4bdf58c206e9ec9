package dev.usher.agent;

/**
 * A drive that the switch has taken ({@code docs/protocol/drive.md}). Immutable.
 *
 * @param id the id under which reports name it
 * @param seq 1, 2, 3… within the visit
 * @param url where to, as it will be driven: normalised, ASCII
 * @param browsers how many are being led
 */
public record Drive(String id, int seq, String url, int browsers) {}
