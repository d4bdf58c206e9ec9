package dev.usher.routing;

import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No command is forgotten by the workgroup: each has a scene in which something comes of it. */
class EveryCommandTest {
    private static final Errand ERRAND =
            new Errand(new VisitId("errand"), "help", JULIET, Map.of(), Stage.TEN, Optional.empty(), Optional.empty());

    private static final Map<Class<? extends Command>, List<Command>> SCENES = Map.ofEntries(
            scene(Stage.join(ROMEO)),
            scene(Stage.join(ROMEO), Stage.depart(ROMEO)),
            scene(Stage.online(FRIAR)),
            scene(Stage.offline(NURSE)),
            scene(Stage.join(ROMEO), Stage.accept(NURSE, ROMEO)),
            scene(Stage.join(ROMEO), Stage.reject(NURSE, ROMEO)),
            scene(Stage.join(ROMEO), Stage.accept(NURSE, ROMEO), Stage.channelOpens(ROMEO)),
            scene(Stage.join(ROMEO), Stage.accept(NURSE, ROMEO), Stage.channelFails(ROMEO)),
            scene(Stage.join(ROMEO), Stage.accept(NURSE, ROMEO), Stage.channelOpens(ROMEO), Stage.enters(ROMEO, ROMEO)),
            scene(Stage.join(ROMEO), Stage.accept(NURSE, ROMEO), Stage.channelOpens(ROMEO), Stage.leaves(ROMEO, ROMEO)),
            scene(new Command.Watch(NURSE)),
            scene(new Command.TakeStock(NURSE)),
            scene(Stage.join(ROMEO), new Command.Locate(ROMEO)),
            scene(new Command.Look(ROMEO, true)),
            scene(new Command.Follow(NURSE, false)),
            scene(Stage.vanishes(NURSE)),
            scene(Stage.join(ROMEO), Stage.vanishes(ROMEO), Stage.rejoin(ROMEO, JULIET)),
            scene(
                    Stage.join(ROMEO),
                    Stage.accept(NURSE, ROMEO),
                    Stage.channelOpens(ROMEO),
                    new Command.Say(Stage.visit(ROMEO), ROMEO, "Good morrow.", "")),
            scene(new Command.Annotate(Stage.visit(ROMEO), NURSE, Annotation.NOTE, "In love.")),
            scene(Stage.leavesMessage(ROMEO)),
            scene(
                    new Command.Configure(Stage.TAKES_MESSAGES),
                    Stage.leavesMessage(ROMEO),
                    new Command.ConfirmMessage(Stage.visit(ROMEO), List.of(NURSE))),
            scene(Stage.join(ROMEO), new Command.Rate(Stage.visit(ROMEO), "5")),
            scene(new Command.Monitor(Stage.visit(ROMEO), NURSE)),
            scene(new Command.End(Stage.visit(ROMEO), NURSE)),
            scene(
                    Stage.online(FRIAR),
                    Stage.join(ROMEO),
                    Stage.accept(NURSE, ROMEO),
                    Stage.channelOpens(ROMEO),
                    Stage.transfer(ROMEO, NURSE, FRIAR)),
            scene(new Command.Run(ERRAND)),
            scene(new Command.Run(ERRAND), new Command.CallBack(ERRAND.visit(), ERRAND.home())),
            scene(new Command.Lend(Stage.visit(ROMEO), "help", FRIAR)),
            scene(
                    Stage.join(ROMEO),
                    Stage.accept(NURSE, ROMEO),
                    Stage.channelOpens(ROMEO),
                    new Command.Hand(
                            NURSE, Stage.visit(ROMEO), Handover.Kind.INVITE, new Handover.Target.Workgroup("help"), ""),
                    new Command.Decline(Stage.visit(ROMEO), "help")),
            scene(
                    Stage.join(ROMEO),
                    Stage.accept(NURSE, ROMEO),
                    Stage.channelOpens(ROMEO),
                    new Command.Hand(
                            NURSE, Stage.visit(ROMEO), Handover.Kind.INVITE, new Handover.Target.Workgroup("help"), ""),
                    new Command.AskAgain("help")),
            scene(new Command.KeepLent(ERRAND, NURSE)),
            scene(new Command.Restore(
                    Stage.with(NURSE).having(Stage.join(JULIET)).states(), List.of(), Set.of(), true)),
            scene(new Command.Configure(Stage.settings(FRIAR))),
            scene(Stage.join(ROMEO), new Command.Tick()));

    /** The last command is the one that the scene is about. */
    private static Map.Entry<Class<? extends Command>, List<Command>> scene(Command... commands) {
        return Map.entry(commands[commands.length - 1].getClass(), List.of(commands));
    }

    static Stream<Class<?>> commands() {
        return Stream.of(Command.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void somethingComesOf(Class<?> command) {
        assertThat(SCENES).as("a scene for each command").containsKey(command.asSubclass(Command.class));
        var scene = SCENES.get(command.asSubclass(Command.class));
        var stage = Stage.with(NURSE);
        scene.subList(0, scene.size() - 1).forEach(stage::on);

        // Every scene but the clock's plays at ten; the clock's is when the offer is over.
        var events = command == Command.Tick.class ? stage.onTickAt(20) : stage.on(scene.get(scene.size() - 1));

        assertThat(events).isNotEmpty();
    }
}
