package dev.usher.testbed.ground.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test proves these operations, for the client that the system property {@code usher.client} names. What it found is
 * in {@code target/conformance/} when all tests are over. A parameter {@link Remark} takes what the page should say
 * besides.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Witness.class)
public @interface Proves {
    Operation[] value();
}
