package dev.usher.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** However many want to hear of something, only so many do. */
class AudienceTest {
    @Test
    void soManyAreToldAndNoMore() {
        var audience = new Audience();
        for (int i = 0; i <= Audience.AT_MOST; i++) {
            audience.add(Stage.person("c" + i, "web"));
        }

        assertEquals(Audience.AT_MOST, audience.all().size());
    }
}
