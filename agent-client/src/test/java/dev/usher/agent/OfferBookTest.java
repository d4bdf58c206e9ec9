package dev.usher.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

/** Which offers are open, on a clock that only the test moves. */
class OfferBookTest {

    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");
    private static final EntityBareJid SALES = JidCreate.entityBareFromOrThrowUnchecked("sales@workgroup.example.org");

    private final OfferBook book = new OfferBook();

    private static Offer offer(String visit, EntityBareJid workgroup, int seconds) {
        var romeo = JidCreate.fromOrThrowUnchecked("romeo@example.org/balcony");
        return new Offer(visit, workgroup, romeo, Map.of("username", List.of(" ", "Romeo")), TEN.plusSeconds(seconds));
    }

    @Test
    void anOfferIsOpenUntilItsInstant() {
        var offer = offer("v1", Stage.DEMO, 20);
        book.write(offer, TEN);

        assertThat(book.open(TEN.plusMillis(19_999))).containsExactly(offer);
        assertThat(book.open(TEN.plusSeconds(20))).isEmpty();
        assertThat(offer.left(TEN.plusSeconds(5))).isEqualTo(Duration.ofSeconds(15));
        assertThat(offer.left(TEN.plusSeconds(21))).isZero();
    }

    @Test
    void anExpiredOfferCanStillBeTakenForTheSwitchDecides() {
        book.write(offer("v1", Stage.DEMO, 20), TEN);

        assertThat(book.take("v1")).isPresent();
        assertThat(book.take("v1")).isEmpty();
    }

    @Test
    void onlyWhoOffersTakesBack() {
        book.write(offer("v1", Stage.DEMO, 20), TEN);

        assertThat(book.take("v1", SALES)).isEmpty();
        assertThat(book.take("v1", Stage.DEMO)).isPresent();
    }

    @Test
    void whatWasNeverTakenBackIsForgottenInTheEnd() {
        book.write(offer("v1", Stage.DEMO, 20), TEN);
        book.write(offer("v2", Stage.DEMO, 500), TEN.plusSeconds(81));

        assertThat(book.take("v1")).isEmpty();
        assertThat(book.take("v2")).isPresent();
    }

    @Test
    void leavingAWorkgroupForgetsItsOffersOnly() {
        book.write(offer("v1", Stage.DEMO, 20), TEN);
        book.write(offer("v2", SALES, 20), TEN);
        book.forget(SALES);

        assertThat(book.open(TEN)).extracting(Offer::visit).containsExactly("v1");
    }

    @Test
    void aBlankAnswerIsNoAnswer() {
        assertThat(offer("v1", Stage.DEMO, 20).customerName()).isEqualTo("Romeo");
        assertThat(offer("v1", Stage.DEMO, 20).answer("question")).isEmpty();
    }
}
