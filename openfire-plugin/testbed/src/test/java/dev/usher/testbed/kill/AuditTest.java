package dev.usher.testbed.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.kill.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An audit that finds nothing says something only if it finds each of these. */
class AuditTest {
    private final Ledger ledger = new Ledger();
    private final Life life = new Life();

    /** Romeo, then Juliet wait; Mercutio is in a room with alice. */
    @BeforeEach
    void joinAndAccept() {
        join("romeo");
        join("juliet");
        join("mercutio");
        ledger.offered("s-mercutio", "alice");
        ledger.accepting("s-mercutio", "alice");
        ledger.accepted("s-mercutio", "alice");
    }

    @Test
    void whatIsAsItWasIsFoundAgain() {
        waits("romeo", 1);
        waits("juliet", 2);
        meet("mercutio", "alice");

        assertThat(kinds()).isEmpty();
        assertThat(audit().tally(life)).isEqualTo(new Tally(3, 3, 1, 1, 0, 0));
    }

    @Test
    void aJoinThatIsUnknownIsLost() {
        life.gone("s-romeo");
        waits("juliet", 1);
        meet("mercutio", "alice");

        assertThat(kinds()).containsExactly(Kind.JOIN_LOST);
        assertThat(audit().tally(life)).isEqualTo(new Tally(3, 2, 1, 1, 0, 0));
    }

    @Test
    void aJoinWithoutAnAnswerIsLost() {
        waits("juliet", 1);
        meet("mercutio", "alice");

        assertThat(kinds()).containsExactly(Kind.JOIN_LOST);
    }

    @Test
    void aJoinWithoutAPlaceIsLost() {
        life.answered("s-romeo", "s-romeo");
        waits("juliet", 1);
        meet("mercutio", "alice");

        assertThat(kinds()).containsExactly(Kind.JOIN_LOST);
    }

    @Test
    void aNewSessionIsNotTheOldOne() {
        life.answered("s-romeo", "s-tybalt");
        waits("juliet", 1);
        meet("mercutio", "alice");

        assertThat(kinds()).containsExactly(Kind.OTHER_SESSION);
    }

    @Test
    void aChangedOrderIsFound() {
        waits("romeo", 2);
        waits("juliet", 1);
        meet("mercutio", "alice");

        assertThat(kinds()).containsExactly(Kind.OUT_OF_ORDER);
    }

    @Test
    void whoJoinedAtTheSameTimeMayBeInAnyOrder() {
        int both = ledger.joining();
        ledger.joining();
        ledger.joined("benvolio", both, "s-benvolio", "t");
        ledger.joined("paris", both, "s-paris", "t");
        waits("romeo", 1);
        waits("juliet", 2);
        waits("paris", 3);
        waits("benvolio", 4);
        meet("mercutio", "alice");

        assertThat(kinds()).isEmpty();
    }

    @Test
    void twoCustomersAtOnePlaceAreFound() {
        waits("romeo", 1);
        waits("juliet", 1);
        meet("mercutio", "alice");

        assertThat(kinds()).containsExactly(Kind.PLACED_TWICE);
    }

    @Test
    void aPlaceBeyondEverybodyWhoCanWaitIsFound() {
        waits("romeo", 1);
        waits("juliet", 3);
        meet("mercutio", "alice");
        assertThat(kinds()).containsExactly(Kind.PLACED_TWICE);

        ledger.joining(); // whom the server may know, though it never said so
        assertThat(kinds()).isEmpty();
    }

    @Test
    void anAcceptedCustomerWhoWaitsAgainIsALostAccept() {
        waits("romeo", 1);
        waits("juliet", 2);
        waits("mercutio", 3);

        assertThat(kinds()).containsExactly(Kind.ACCEPT_LOST);
        assertThat(audit().tally(life)).isEqualTo(new Tally(3, 3, 1, 0, 0, 0));
    }

    @Test
    void anAcceptedCustomerWhomNobodyInvitesIsALostAccept() {
        waits("romeo", 1);
        waits("juliet", 2);
        life.answered("s-mercutio", "s-mercutio");

        assertThat(kinds()).containsExactly(Kind.ACCEPT_LOST);
    }

    @Test
    void anAcceptThatIsAnothersNowIsFound() {
        waits("romeo", 1);
        waits("juliet", 2);
        meet("mercutio", "bob");

        assertThat(kinds()).containsExactly(Kind.ACCEPT_LOST, Kind.OFFERED_TWICE);
    }

    @Test
    void aSecondInvitationIsFound() {
        waits("romeo", 1);
        waits("juliet", 2);
        meet("mercutio", "alice");
        life.customerInvited("s-mercutio");

        assertThat(kinds()).containsExactly(Kind.SEATED_TWICE);
    }

    @Test
    void whoIsInTheRoomTwiceIsFound() {
        waits("romeo", 1);
        waits("juliet", 2);
        meet("mercutio", "alice");
        life.occupant("s-mercutio", "mercutio2");

        assertThat(kinds()).containsExactly(Kind.SEATED_TWICE);
    }

    @Test
    void whoWaitsAndIsInvitedIsFound() {
        waits("romeo", 1);
        waits("juliet", 2);
        waits("mercutio", 3);
        meet("mercutio", "alice");

        assertThat(kinds()).containsExactly(Kind.SEATED_TWICE);
    }

    @Test
    void anAcceptThatHadNoAnswerMayBeKnownOrNot() {
        ledger.offered("s-romeo", "bob");
        ledger.accepting("s-romeo", "bob");
        waits("juliet", 2);
        meet("mercutio", "alice");

        waits("romeo", 1);
        assertThat(kinds()).isEmpty();
        ledger.settle(life);
        assertThat(ledger.visits()).extracting(visit -> visit.agent).containsExactly(null, null, "alice");
    }

    @Test
    void anAcceptThatHadNoAnswerHoldsOnceTheServerShowsIt() {
        ledger.offered("s-romeo", "bob");
        ledger.accepting("s-romeo", "bob");
        waits("juliet", 1);
        meet("romeo", "bob");
        meet("mercutio", "alice");

        assertThat(kinds()).isEmpty();
        ledger.settle(life);
        assertThat(ledger.visits()).extracting(visit -> visit.agent).containsExactly("bob", null, "alice");
    }

    @Test
    void anEndThatWasAcknowledgedIsFinal() {
        ledger.ended("s-mercutio");
        waits("romeo", 1);
        waits("juliet", 2);
        life.answered("s-mercutio", "s-mercutio");

        assertThat(kinds()).containsExactly(Kind.BACK_FROM_THE_END);
    }

    @Test
    void anEndThatHadNoAnswerMayBeKnownOrNot() {
        ledger.ending("s-mercutio");
        ledger.ending("s-juliet");
        waits("romeo", 1);
        waits("juliet", 2);
        life.gone("s-mercutio");

        assertThat(kinds()).isEmpty();
        assertThat(audit().tally(life)).isEqualTo(new Tally(1, 1, 0, 0, 0, 0));
        ledger.settle(life);
        assertThat(ledger.visits()).extracting(visit -> visit.customer).containsExactly("romeo", "juliet");
    }

    private void join(String customer) {
        ledger.joined(customer, ledger.joining(), "s-" + customer, "t-" + customer);
    }

    private void waits(String customer, int place) {
        life.answered("s-" + customer, "s-" + customer);
        life.placed("s-" + customer, place);
    }

    private void meet(String customer, String agent) {
        var session = "s-" + customer;
        life.answered(session, session);
        life.agentInvited(session, agent);
        life.customerInvited(session);
        List.of("demo", agent, customer).forEach(nickname -> life.occupant(session, nickname));
        life.customerInside(session);
    }

    private Audit audit() {
        return new Audit(ledger.visits(), ledger.unanswered());
    }

    private List<Kind> kinds() {
        return audit().findings(life).stream().map(Finding::kind).toList();
    }
}
