package dev.usher.persistence;

import static dev.usher.persistence.Example.FRIAR;
import static dev.usher.persistence.Example.NURSE;
import static dev.usher.persistence.Example.offDuty;
import static dev.usher.persistence.Example.onDuty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.VisitStore.Duty;
import dev.usher.routing.Address;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Agents who are on duty still are. */
interface DutyPromises extends Promises {
    @Test
    default void agentsAreOnDutyUntilTheyAreOff() {
        var laptop = new Duty(NURSE, true, 4);
        var phone = new Duty(new Address(NURSE.user(), NURSE.user() + "/Chamber"), false, 0);
        store().keep("sales", onDuty(laptop, phone));
        assertEquals(List.of(laptop, phone), duties("sales"));

        var busy = new Duty(NURSE, false, 1);
        store().keep("sales", onDuty(busy));
        assertEquals(List.of(busy, phone), duties("sales"));

        store().keep("sales", offDuty(phone.agent(), FRIAR));
        assertEquals(List.of(busy), duties("sales"));
    }

    @Test
    default void theLatestDutyOfABatchHolds() {
        store().keep("sales", onDuty(new Duty(NURSE, true, 4), new Duty(FRIAR, true, 1), new Duty(NURSE, false, -1)));

        assertEquals(List.of(new Duty(NURSE, false, -1), new Duty(FRIAR, true, 1)), duties("sales"));
    }
}
