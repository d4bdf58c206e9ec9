package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.usher.Logs;
import dev.usher.routing.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a website has signed in, and who only says so. It is ten o'clock: 1767261600. */
class IdentitiesTest {
    private static final String HS256 = "{\"alg\":\"HS256\"}";
    private static final String SOUND = "{\"sub\":\"4711\",\"exp\":1767265200}";

    private static Map<String, List<String>> read(String token) throws BadRequest {
        return Visitors.identities().add(Map.of(), "demo", token);
    }

    @Test
    void whoIsSignedInIsKnownByWhatTheWebsiteSays() throws BadRequest {
        var token = Visitors.token(
                "{\"sub\":\"4711\",\"name\":\"Juliet\\nCapulet\",\"email\":\"juliet@capulet.example\",\"exp\":1767265200}");

        assertEquals(
                Map.of(
                        "verified", List.of("4711"),
                        "verifiedName", List.of("Juliet Capulet"),
                        "verifiedEmail", List.of("juliet@capulet.example")),
                read(token));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SOUND,
                "{\"sub\":\"4711\",\"exp\":1767261541}", // a minute of leeway
                "{\"sub\":\"4711\",\"exp\":1767347999}",
                "{\"sub\":\"4711\",\"exp\":1767265200,\"aud\":\"demo@workgroup.example.org\"}",
                "{\"sub\":\"4711\",\"exp\":1767265200,\"aud\":[\"shop\",\"demo@workgroup.example.org\"]}",
                "{\"sub\":\"4711\",\"exp\":1767265200,\"nbf\":1767261660,\"iat\":1767261660,\"else\":[1]}"
            })
    void aTokenThatHolds(String claims) throws BadRequest {
        assertEquals(Map.of("verified", List.of("4711")), read(Visitors.token(claims)));
    }

    static Stream<String> bad() {
        return Stream.of(
                Visitors.token("{\"sub\":\"4711\",\"exp\":1767261540}"), // over
                Visitors.token("{\"sub\":\"4711\",\"exp\":1767348121}"), // more than a day ahead
                Visitors.token("{\"sub\":\"4711\"}"),
                Visitors.token("{\"exp\":1767265200}"),
                Visitors.token("{\"sub\":4711,\"exp\":1767265200}"),
                Visitors.token("{\"sub\":\" \",\"exp\":1767265200}"),
                Visitors.token("{\"sub\":\"4711\",\"name\":{},\"exp\":1767265200}"),
                Visitors.token("{\"sub\":\"4711\",\"exp\":\"soon\"}"),
                Visitors.token("{\"sub\":\"4711\",\"exp\":1767265200,\"aud\":\"help@workgroup.example.org\"}"),
                Visitors.token("{\"sub\":\"4711\",\"exp\":1767265200,\"nbf\":1767261720}"),
                Visitors.token("[]"),
                Visitors.token(HS256, SOUND, "another secret, and 32 bytes long".getBytes(StandardCharsets.UTF_8)),
                Visitors.token("{\"alg\":\"HS512\"}", SOUND, Visitors.SECRET),
                Visitors.token("{\"alg\":\"RS256\"}", SOUND, Visitors.SECRET),
                Visitors.token("{\"alg\":\"none\"}", SOUND, Visitors.SECRET),
                Visitors.token("{\"alg\":\"none\"}", SOUND, Visitors.SECRET).replaceFirst("[^.]*$", ""),
                Visitors.token("{\"alg\":\"hs256\"}", SOUND, Visitors.SECRET),
                Visitors.token("{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}", SOUND, Visitors.SECRET),
                Visitors.token(SOUND) + "x",
                Visitors.token(SOUND).replaceFirst("[^.]*$", ""),
                Visitors.token("{\"sub\":\"" + "a".repeat(4_096) + "\",\"exp\":1767265200}"),
                "a.b.c",
                "...",
                "",
                "\u0000\ud83d");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whoseTokenDoesNotHoldGetsInAsAnybodyElse(String token) throws BadRequest {
        assertEquals(Map.of(), read(token));
    }

    @Test
    void whatTheFormSaysOfItIsNothing() throws BadRequest {
        var form = Map.of(
                "verified", List.of("king"),
                "verifiedName", List.of("The King"),
                "verifiedEmail", List.of("king@example.org"),
                "username", List.of("Romeo"));

        assertEquals(Map.of("username", List.of("Romeo")), Visitors.identities().add(form, "demo", null));
        assertEquals(
                Map.of("username", List.of("Romeo"), "verified", List.of("4711")),
                Visitors.identities().add(form, "demo", Visitors.token(SOUND)));
    }

    @Test
    void whereNoSecretIsSetNobodyIsKnown() throws BadRequest {
        assertEquals(Map.of(), Visitors.identities().add(Map.of(), "help", Visitors.token(SOUND)));
    }

    @Test
    void whereItIsRequiredOnlyWhoIsKnownGetsIn() throws BadRequest {
        var strict = new Identities(
                workgroup -> new IdentityRules(Optional.of(Visitors.SECRET), true),
                "workgroup.example.org",
                Clock.fixed(Instant.parse("2026-01-01T10:00:00Z"), ZoneOffset.UTC));

        assertEquals(Map.of("verified", List.of("4711")), strict.add(Map.of(), "demo", Visitors.token(SOUND)));
        for (var token : new String[] {null, "a.b.c"}) {
            var refused = assertThrows(BadRequest.class, () -> strict.add(Map.of(), "demo", token));
            assertEquals(Optional.of(Refusal.NOT_VERIFIED), refused.refusal());
        }
    }

    private static void readAnyhow(String token) {
        try {
            read(token);
        } catch (BadRequest e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theLogSaysWhyAndNotWho() {
        var token = Visitors.token("{\"sub\":\"capulet-the-second\",\"exp\":1}");
        var bad = Visitors.token("{\"sub\":\"capulet-the-second\",\"exp\":1767265200,\"aud\":\"montague\"}");

        var log = Logs.during(() -> {
            readAnyhow(token);
            readAnyhow(bad);
        });

        assertThat(log)
                .contains(
                        "not-verified workgroup=demo the token does not hold",
                        "not-verified workgroup=demo the token has expired");
        assertThat(log).doesNotContain("capulet").doesNotContain("montague").doesNotContain(token);
    }
}
