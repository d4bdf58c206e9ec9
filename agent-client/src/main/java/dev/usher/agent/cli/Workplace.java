package dev.usher.agent.cli;

import dev.usher.agent.AgentDesk;
import dev.usher.agent.DeskException;
import java.io.BufferedReader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jivesoftware.smack.AbstractXMPPConnection;
import org.jxmpp.jid.EntityBareJid;

/** A desk with a terminal on it: goes online, works a shift, goes offline; also when the program is interrupted. */
final class Workplace {

    private static final int GOODBYE_SECONDS = 2;

    private final AbstractXMPPConnection connection;
    private final Screen screen;

    Workplace(AbstractXMPPConnection connection, Screen screen) {
        this.connection = connection;
        this.screen = screen;
    }

    /** Works until the input ends. Without {@code wished} workgroups, everywhere this agent may serve. */
    Exit work(List<EntityBareJid> wished, boolean autoAccept, BufferedReader in) throws Failure, InterruptedException {
        var desk = AgentDesk.open(connection);
        var goodbye = new Thread(() -> leave(desk), "usher-goodbye");
        Runtime.getRuntime().addShutdownHook(goodbye);
        try {
            var shift = new Shift(desk, screen, in, autoAccept);
            var workgroups = wished.isEmpty() ? all(desk) : wished;
            for (var workgroup : workgroups) {
                ask(workgroup.getLocalpart().toString(), desk.goOnline(workgroup));
            }
            screen.line("Online in " + names(workgroups) + " as "
                    + connection.getUser().asBareJid() + ". /help lists the commands.");
            return shift.run();
        } finally {
            if (isOurs(goodbye)) {
                leave(desk);
            }
        }
    }

    private static boolean isOurs(Thread goodbye) {
        try {
            return Runtime.getRuntime().removeShutdownHook(goodbye);
        } catch (IllegalStateException e) {
            // The program is being interrupted, and the hook is at it already.
            return false;
        }
    }

    private List<EntityBareJid> all(AgentDesk desk) throws Failure, InterruptedException {
        return ask("workgroups of " + connection.getXMPPServiceDomain(), desk.workgroups());
    }

    private static String names(List<EntityBareJid> workgroups) {
        return workgroups.stream()
                .map(workgroup -> workgroup.getLocalpart().toString())
                .collect(Collectors.joining(", "));
    }

    private void leave(AgentDesk desk) {
        var goodbyes = desk.onDuty().stream().map(desk::goOffline).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(goodbyes).get(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // The connection is gone: the server knows, or will find out.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        desk.close();
        Login.close(connection);
    }

    private static <T> T ask(String whom, CompletableFuture<T> question) throws Failure, InterruptedException {
        try {
            return question.get();
        } catch (ExecutionException e) {
            throw new Failure(exit(e.getCause()), whom + ": " + sentence(e.getCause()), e.getCause());
        }
    }

    private static Exit exit(Throwable e) {
        return e instanceof DeskException.NotAnAgent
                ? Exit.NOT_AN_AGENT
                : e instanceof DeskException.ConnectionLost ? Exit.LOST : Exit.NO_SERVICE;
    }

    /** What a failed future has to say to the agent. */
    static String sentence(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
