package dev.usher.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jxmpp.jid.parts.Localpart;

class EntranceTest {

    @ParameterizedTest
    @CsvSource({"nurse, Nurse", "älva, Älva", "d\\27artagnan, D'artagnan", "2nd-line, 2nd-line", "x, X"})
    void anAgentIsCalledByTheAccount(String localpart, String nick) {
        assertThat(Entrance.capitalised(Localpart.fromOrThrowUnchecked(localpart)))
                .isEqualTo(nick);
    }
}
