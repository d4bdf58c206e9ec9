package dev.usher.testbed.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.kill.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the ledger puts down at once, while the server lives. */
class LedgerTest {
    private final Ledger ledger = new Ledger();

    @Test
    void anOfferToASecondAgentIsFound() {
        ledger.offered("s", "alice");
        ledger.offered("s", "bob");

        assertThat(kinds()).containsExactly(Kind.OFFERED_TWICE);
    }

    @Test
    void anOfferThatWasDeclinedOrTakenBackMayGoToTheNext() {
        ledger.offered("s", "alice");
        ledger.offerClosed("s", "alice");
        ledger.offered("s", "bob");

        assertThat(kinds()).isEmpty();
    }

    @Test
    void anOfferOfADeadServerMayGoToTheNext() {
        ledger.offered("s", "alice");
        ledger.serverDied();
        ledger.offered("s", "bob");

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aVisitThatSomebodyHasIsOfferedToNobody() {
        ledger.accepted("s", "alice");
        ledger.serverDied();
        ledger.offered("s", "alice");

        assertThat(kinds()).containsExactly(Kind.OFFERED_TWICE);
    }

    @Test
    void aVisitIsGivenToOneAgentOnly() {
        ledger.accepted("s", "alice");
        ledger.accepted("s", "bob");

        assertThat(kinds()).containsExactly(Kind.OFFERED_TWICE);
    }

    @Test
    void aVisitThatIsTakenFromWhoHasItIsLost() {
        ledger.accepted("s", "alice");
        ledger.offerClosed("s", "alice");

        assertThat(kinds()).containsExactly(Kind.ACCEPT_LOST);
    }

    @Test
    void whatIsOverIsNotOfferedByALaterServer() {
        ledger.ended("s");
        ledger.offered("s", "alice"); // on its way when the end was decided
        assertThat(kinds()).isEmpty();

        ledger.serverDied();
        ledger.offered("s", "alice");

        assertThat(kinds()).containsExactly(Kind.BACK_FROM_THE_END);
    }

    @Test
    void twoCustomersNeverHaveOneSession() {
        ledger.joined("romeo", ledger.joining(), "s", "t");
        ledger.joined("juliet", ledger.joining(), "s", "t");

        assertThat(kinds()).containsExactly(Kind.OTHER_SESSION);
    }

    @Test
    void aCustomerWhoIsSentAwayUnaskedIsLost() {
        ledger.joined("romeo", ledger.joining(), "s", "t");
        ledger.givenUp("s");

        assertThat(kinds()).containsExactly(Kind.JOIN_LOST);
    }

    private List<Kind> kinds() {
        return ledger.findings().stream().map(Finding::kind).toList();
    }
}
