package dev.usher.desk;

import static dev.usher.desk.DeskStage.NURSE;
import static dev.usher.desk.DeskStage.ROMEO;
import static dev.usher.desk.DeskStage.TEN;
import static dev.usher.desk.DeskStage.VISIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.routing.Command;
import dev.usher.routing.Errand;
import dev.usher.routing.Event;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Verona decides that is for another workgroup, and who hears of it. */
class RelayTest {
    private final List<String> heard = new ArrayList<>();
    private final List<List<Outcome<String>>> told = new ArrayList<>();
    private final Relay<String> relay = new Relay<>(
            "verona",
            new Relay.Desks() {
                @Override
                public boolean report(String name, Command command) {
                    heard.add(name + " hears " + command);
                    return !name.equals("atlantis");
                }

                @Override
                public void report(Command command) {
                    heard.add("all hear " + command);
                }
            },
            told::add);

    private static Errand errand(String home) {
        return new Errand(VISIT, home, ROMEO, Map.of(), TEN, Optional.empty(), Optional.empty());
    }

    private void decided(Event... events) {
        relay.tell(List.of(new Outcome<>(Optional.of("whoever asked"), List.of(events), List.of(), false)));
    }

    @Test
    void whoIsAskedHearsByWhom() {
        decided(new Event.Referred(VISIT, "mantua", errand("")));

        assertEquals(List.of("mantua hears " + new Command.Run(errand("verona"))), heard);
    }

    @Test
    void aMessageIsOverOnlyWhenItWasTold() {
        var shown = new Event.MessageShown(VISIT, List.of(NURSE), Map.of(), TEN.atZone(ZoneOffset.UTC));
        var inOrder = new ArrayList<String>();
        var relay = new Relay<String>(
                "verona",
                new Relay.Desks() {
                    @Override
                    public boolean report(String name, Command command) {
                        return inOrder.add(name + " hears " + command);
                    }

                    @Override
                    public void report(Command command) {
                        inOrder.add("all hear " + command);
                    }
                },
                batch -> inOrder.add("told"));

        relay.tell(List.of(new Outcome<>(Optional.empty(), List.of(shown), List.of(), false)));

        assertEquals(List.of("told", "verona hears " + new Command.ConfirmMessage(VISIT, List.of(NURSE))), inOrder);
    }

    @Test
    void whereThereIsNoSuchWorkgroupNobodyIsFound() {
        decided(new Event.Referred(VISIT, "atlantis", errand("")));

        assertEquals(
                List.of(
                        "atlantis hears " + new Command.Run(errand("verona")),
                        "verona hears " + new Command.Decline(VISIT, "atlantis")),
                heard);
    }

    @Test
    void aWorkgroupDoesNotAskItself() {
        decided(new Event.Referred(VISIT, "verona", errand("")));

        assertEquals(List.of("verona hears " + new Command.Decline(VISIT, "verona")), heard);
    }

    @Test
    void whatBecameOfItIsToldToWhoeverAsked() {
        decided(
                new Event.Lent(VISIT, "mantua", NURSE),
                new Event.Declined(VISIT, "mantua"),
                new Event.Recalled(VISIT, "mantua"));

        assertEquals(
                List.of(
                        "mantua hears " + new Command.Lend(VISIT, "verona", NURSE),
                        "mantua hears " + new Command.Decline(VISIT, "verona"),
                        "mantua hears " + new Command.CallBack(VISIT, "verona")),
                heard);
    }

    @Test
    void whoBeginsAnewAsksWhatItWasAsked() {
        decided(new Event.BeganAnew());

        assertEquals(List.of("all hear " + new Command.AskAgain("verona")), heard);
    }

    @Test
    void whoLendsAnAgentStillIsToldSo() {
        decided(new Event.StillLent(errand(""), "mantua", NURSE));

        assertEquals(List.of("mantua hears " + new Command.KeepLent(errand("verona"), NURSE)), heard);
    }

    @Test
    void peopleAreToldTheSame() {
        decided(new Event.Declined(VISIT, "mantua"));

        assertEquals(
                List.of(List.of(new Outcome<>(
                        Optional.of("whoever asked"), List.of(new Event.Declined(VISIT, "mantua")), List.of(), false))),
                told);
    }
}
