package dev.usher.interop.xmppjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TapReaderTest {
    @Test
    void eachResultIsReadWithWhatIsSaidOfIt() {
        var results = new TapReader("""
                TAP version 13
                # Subtest: join \\#1
                ok 1 - join \\#1
                  ---
                  duration_ms: 3
                  ...
                # Subtest: leave
                not ok 2 - leave
                  ---
                  error: |-
                    alice waits in vain

                    for ever
                  ...
                1..2
                """.lines());

        assertThat(results.next()).contains(new TapReader.Result("join #1", true, "duration_ms: 3\n"));
        assertThat(results.hasFailure()).isFalse();
        assertThat(results.next())
                .contains(new TapReader.Result(
                        "leave", false, "error: |-\n  alice waits in vain\n\n  for ever\n"));
        assertThat(results.next()).isEmpty();
        assertThat(results.count()).isEqualTo(2);
        assertThat(results.hasFailure()).isTrue();
    }

    @Test
    void aResultThatBreaksOffIsOneAllTheSame() {
        var results = new TapReader("not ok 1 - leave\n  ---\n  error: 'gone'\n".lines());

        assertThat(results.next()).contains(new TapReader.Result("leave", false, "error: 'gone'\n"));
        assertThat(results.next()).isEmpty();
    }
}
