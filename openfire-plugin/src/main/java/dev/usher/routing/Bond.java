package dev.usher.routing;

import java.time.Instant;

/** Who served a customer last. @param customer a user (bare JID) @param agent a user (bare JID) @param at when it ended */
public record Bond(String customer, String agent, Instant at) {}
