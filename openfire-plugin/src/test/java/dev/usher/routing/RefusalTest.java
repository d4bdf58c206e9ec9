package dev.usher.routing;

import dev.usher.DefinedErrors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {
    @ParameterizedTest
    @EnumSource
    void isADefinedErrorAndSaysWhatIsWrong(Refusal refusal) {
        DefinedErrors.assertDefined(refusal.type(), refusal.condition());
        DefinedErrors.assertSentence(refusal.sentence());
    }
}
