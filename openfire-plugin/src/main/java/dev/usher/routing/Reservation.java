package dev.usher.routing;

import java.time.Instant;

/** A visit kept for one agent. @param user the agent (a bare JID) @param until after that anybody may have it */
public record Reservation(String user, Instant until) {}
