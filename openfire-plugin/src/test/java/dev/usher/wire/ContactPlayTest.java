package dev.usher.wire;

import org.junit.jupiter.api.Test;

/** A workgroup in the list of contacts: whoever serves it is on duty wherever they are online. */
class ContactPlayTest {
    private static final String AVAILABLE = "";

    private final Play play = new Play();

    private void nurseIsOnline(String show) {
        play.nurse.shows(AVAILABLE, show);
    }

    private void romeoJoins() {
        play.romeo.sends("join-queue");
    }

    @Test
    void whoAddsTheWorkgroupIsOnDuty() {
        nurseIsOnline("");
        play.nurse.sends("contact-subscribe");
        play.nurse.receivesStanzas(
                Examples.text("contact-subscribed"),
                Examples.text("look-closed").replace("juliet@example.org/chapel", "nurse@example.org"));

        romeoJoins();

        play.nurse.receives("offer");
    }

    @Test
    void whoAddsTheWorkgroupWhileAwayIsAwayThere() {
        nurseIsOnline("<show>xa</show>");
        play.nurse.sends("contact-subscribe").forgets();
        romeoJoins();
        play.nurse.receivesNothing();

        nurseIsOnline("");

        play.nurse.receives("offer");
    }

    @Test
    void whoHasTheWorkgroupAmongTheContactsIsOnDutyAtEachLogin() {
        nurseIsOnline("");
        play.nurse.sends("contact-probe").forgets();

        romeoJoins();

        play.nurse.receives("offer");
    }

    @Test
    void whoTakesTheWorkgroupAwayIsOffDuty() {
        nurseIsOnline("");
        play.nurse.sends("contact-subscribe").forgets();

        play.nurse.sends("contact-unsubscribe");

        play.nurse.receives("contact-unsubscribed");
        romeoJoins();
        play.romeo.receives("join-queue-closed");
    }

    @Test
    void whoIsOfflineIsNotOnDuty() {
        play.nurse.sends("contact-subscribe").forgets();

        romeoJoins();

        play.romeo.receives("join-queue-closed");
    }

    @Test
    void aCustomerWhoAddsTheWorkgroupSeesWhetherItIsOpen() {
        play.viola.says(Examples.text("contact-subscribe").replace("nurse", "juliet"));

        play.viola.receivesStanzas(
                Examples.text("contact-subscribed").replace("nurse", "juliet"),
                Examples.text("look-closed").replace("juliet@example.org/chapel", "juliet@example.org"));
        play.viola.says(
                Examples.text("contact-probe").replace("nurse@example.org/chamber", "juliet@example.org/chapel"));
        play.viola.receivesStanzas(lookOf("closed"));
        play.nurse.sends("agent-online");
        play.viola.receivesStanzas(lookOf("open"));
    }

    @Test
    void aCustomerWhoAddsTheWorkgroupWhileOnlineSeesItOpenAndCloseUntilItIsTakenAway() {
        play.viola.shows(AVAILABLE, "");
        play.viola.says(Examples.text("contact-subscribe").replace("nurse", "juliet"));
        play.viola.receivesStanzas(Examples.text("contact-subscribed").replace("nurse", "juliet"), lookOf("closed"));

        play.nurse.sends("agent-online");
        play.viola.receivesStanzas(lookOf("open"));

        play.viola.says(Examples.text("contact-unsubscribe").replace("nurse", "juliet"));
        play.viola.receivesStanzas(Examples.text("contact-unsubscribed").replace("nurse", "juliet"));
        play.nurse.sends("agent-offline");
        play.viola.receivesNothing();
    }

    private static String lookOf(String state) {
        return Examples.text("look-" + state);
    }

    @Test
    void whoIsNotHereAnyMoreIsAskedForNothing() {
        play.romeo.says("<presence type='unsubscribed' from='romeo@example.org' to='demo@workgroup.example.org'/>");

        play.romeo.receivesNothing();
    }
}
