package dev.usher.desk;

import java.util.Set;

/**
 * What anybody may know of a desk without asking its loop.
 *
 * @param open whether a customer who joins now is taken in
 * @param agents who may serve there (bare JIDs)
 */
public record DeskStatus(boolean open, Set<String> agents) {}
