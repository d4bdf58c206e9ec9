package dev.usher.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.DefinedErrors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriveRefusalTest {
    @ParameterizedTest
    @EnumSource
    void isADefinedErrorAndSaysWhatIsWrong(DriveRefusal refusal) {
        DefinedErrors.assertDefined(refusal.type(), refusal.condition());
        DefinedErrors.assertSentence(refusal.sentence());
    }

    @ParameterizedTest
    @EnumSource
    void ofAnAddressHasAWordAndSaysWhatIsWrong(UrlRefusal refusal) {
        assertThat(refusal.word()).matches("[a-z]+(-[a-z]+)*");
        DefinedErrors.assertSentence(refusal.sentence());
    }
}
