package dev.usher.wire;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who a customer is, as the workgroup's website says by a signed token (JWT, RFC 7519, HS256 and nothing else). What it
 * says is kept among the answers of the form, under names that no form can set. A token that does not hold is a customer
 * who is not verified, and not one who is turned away: a page may have stood open overnight. Thread-safe.
 */
final class Identities {
    static final String WHO = "verified";
    static final String NAME = "verifiedName";
    static final String EMAIL = "verifiedEmail";

    private static final Logger LOG = LoggerFactory.getLogger(Identities.class);
    private static final int LONGEST_TOKEN = 4_096;
    private static final int LONGEST_CLAIM = 320;
    private static final int LEEWAY_SECONDS = 60;
    private static final int LONGEST_LIFE_MINUTES = 24 * 60;

    private final Function<String, IdentityRules> rules;
    private final String service;
    private final Clock clock;

    /**
     * @param rules those of a workgroup, by its name
     * @param service the domain of the workgroups
     */
    Identities(Function<String, IdentityRules> rules, String service, Clock clock) {
        this.rules = rules;
        this.service = service;
        this.clock = clock;
    }

    /**
     * What a customer has answered, and who they are known to be.
     *
     * @param token null where there is none
     * @throws BadRequest if the workgroup lets in nobody whom it does not know
     */
    Map<String, List<String>> add(Map<String, List<String>> form, String workgroup, String token) throws BadRequest {
        var rule = rules.apply(workgroup);
        var verified = token == null ? Map.<String, List<String>>of() : verified(workgroup, rule, token.strip());
        if (verified.isEmpty() && rule.required()) {
            throw BadRequest.notVerified();
        }
        var answers = new LinkedHashMap<>(form);
        answers.keySet().removeAll(List.of(WHO, NAME, EMAIL));
        answers.putAll(verified);
        return answers;
    }

    private Map<String, List<String>> verified(String workgroup, IdentityRules rule, String token) {
        if (rule.secret().isEmpty()) {
            notVerified(workgroup, "no identitySecret is set");
        } else if (token.length() > LONGEST_TOKEN) {
            notVerified(workgroup, "the token is longer than " + LONGEST_TOKEN + " characters");
        } else {
            try {
                return answers(claims(rule.secret().get(), workgroup, token));
            } catch (InvalidJwtException e) {
                notVerified(workgroup, reasons(e));
            } catch (MalformedClaimException e) {
                notVerified(workgroup, "a claim is not a text, or sub is empty");
            }
        }
        return Map.of();
    }

    private JwtClaims claims(byte[] secret, String workgroup, String token) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setVerificationKey(new HmacKey(secret))
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(LONGEST_LIFE_MINUTES)
                .setRequireSubject()
                .setExpectedAudience(false, workgroup + "@" + service)
                .build()
                .processToClaims(token);
    }

    private static Map<String, List<String>> answers(JwtClaims claims) throws MalformedClaimException {
        var answers = new LinkedHashMap<String, List<String>>();
        var subject = cut(claims.getSubject());
        if (subject.isEmpty()) {
            throw new MalformedClaimException("an empty sub");
        }
        answers.put(WHO, List.of(subject));
        text(claims, "name").ifPresent(name -> answers.put(NAME, List.of(name)));
        text(claims, "email").ifPresent(email -> answers.put(EMAIL, List.of(email)));
        return answers;
    }

    private static Optional<String> text(JwtClaims claims, String name) throws MalformedClaimException {
        return Optional.ofNullable(claims.getStringClaimValue(name))
                .map(Identities::cut)
                .filter(text -> !text.isEmpty());
    }

    /** On one line, for it stands in sentences that agents read. */
    private static String cut(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_CLAIM ? line.substring(0, LONGEST_CLAIM) : line;
    }

    /** What is wrong, by the name of the library's own code: its sentences have the claims in them. */
    private static String reasons(InvalidJwtException e) {
        if (e.hasExpired()) {
            return "the token has expired";
        }
        return e.getErrorDetails().isEmpty()
                ? "the token cannot be read"
                : "the token does not hold, jose4j's codes "
                        + e.getErrorDetails().stream()
                                .map(ErrorCodeValidator.Error::getErrorCode)
                                .toList();
    }

    private static void notVerified(String workgroup, String why) {
        LOG.info("not-verified workgroup={} {}", workgroup, why);
    }
}
