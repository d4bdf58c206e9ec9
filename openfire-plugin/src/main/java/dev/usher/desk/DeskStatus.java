package dev.usher.desk;

import dev.usher.routing.ServiceState;
import java.util.Set;

/**
 * What anybody may know of a desk without asking its loop.
 *
 * @param state what a customer who comes now finds
 * @param agents who may serve there (bare JIDs)
 * @param monitors who may look into its channels (bare JIDs)
 */
public record DeskStatus(ServiceState state, Set<String> agents, Set<String> monitors) {}
