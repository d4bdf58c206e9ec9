package dev.usher.routing;

/**
 * Why a visit found no agent: the filter that left nobody over.
 *
 * @param before how many agents that filter was shown
 */
public record Shortfall(Eligibility filter, int before) {}
