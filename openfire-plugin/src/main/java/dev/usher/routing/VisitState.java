package dev.usher.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is to be known of a visit that is not over: what a store keeps, and what a workgroup is rebuilt from.
 *
 * @param placed how it began; queue and skills have moved on since
 * @param queue where it waits, or waited
 * @param queuedAt since when it waits in that queue: the request time-out counts from here
 * @param skills what is still demanded
 * @param reserved whom it is still kept for
 * @param referredTo the workgroup that is being asked for an agent for a waiting visit; empty if none is
 * @param tried the queues and workgroups that it has overflowed into or out of already
 * @param offers the agents who are being asked, by user
 * @param offeredUntil when those offers are over
 * @param pausedUntil until when an agent (bare JID) is not asked for this visit again
 * @param deadline when the opening of the channel, or the time to enter it, is over
 * @param returnBy by when a customer whose connection was lost must be back; empty while there
 * @param customerEntered whether the customer is in the channel
 * @param monitors who is in the channel to look into it
 */
public record VisitState(
        VisitId id,
        Address customer,
        Placement placed,
        Phase phase,
        String queue,
        Instant queuedAt,
        Map<String, Integer> skills,
        Optional<Reservation> reserved,
        String referredTo,
        Set<String> tried,
        Map<String, Address> offers,
        Optional<Instant> offeredUntil,
        Map<String, Instant> pausedUntil,
        List<Seat> seats,
        Optional<Handover> handover,
        Optional<Instant> deadline,
        Optional<Instant> returnBy,
        boolean customerEntered,
        List<Address> monitors) {}
