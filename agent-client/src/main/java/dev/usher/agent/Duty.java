package dev.usher.agent;

import dev.usher.agent.stanza.AgentStatus;
import dev.usher.agent.stanza.QueueDetails;
import dev.usher.agent.stanza.QueueOverview;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jivesoftware.smack.packet.Presence;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;

/** In which workgroups the agent is at work, and the presence spoken with them (XEP-0142 §4.1). */
final class Duty {

    private final Wire wire;
    private final Audience audience;

    /** Read by Smack's threads as well: they have to know at once whose offers to take. */
    private final Set<EntityBareJid> workgroups = ConcurrentHashMap.newKeySet();

    private final Map<EntityBareJid, CompletableFuture<Void>> arriving = new HashMap<>();

    Duty(Wire wire, Audience audience) {
        this.wire = wire;
        this.audience = audience;
    }

    boolean covers(Jid sender) {
        return sender != null && sender.isEntityBareJid() && workgroups.contains(sender.asEntityBareJidOrThrow());
    }

    List<EntityBareJid> workgroups() {
        return List.copyOf(workgroups);
    }

    /**
     * The switch answers with some presence: the queues, or an error. There is no id to match, so the first one counts.
     * Without an answer it may have us on duty all the same: its offers are taken, and its goodbye is not forgotten.
     */
    CompletableFuture<Void> begin(EntityBareJid workgroup) {
        var begun = new CompletableFuture<Void>();
        wire.loop().execute(() -> {
            var already = arriving.get(workgroup);
            if (already != null) {
                already.whenComplete((nothing, failure) -> settle(begun, failure));
                return;
            }
            workgroups.add(workgroup);
            arriving.put(workgroup, begun);
            wire.loop().expire(begun, wire.patience(), () -> new DeskException.NoAnswer(workgroup, wire.patience()));
            begun.whenComplete((nothing, failure) -> arriving.remove(workgroup));
            wire.send(wire.presenceTo(workgroup).addExtension(new AgentStatus()).build())
                    .ifPresent(begun::completeExceptionally);
        });
        return begun;
    }

    private static void settle(CompletableFuture<Void> future, Throwable failure) {
        if (failure == null) {
            future.complete(null);
        } else {
            future.completeExceptionally(failure);
        }
    }

    CompletableFuture<Void> pause(EntityBareJid workgroup) {
        return wire.tell(wire.presenceTo(workgroup).setMode(Presence.Mode.away).build());
    }

    CompletableFuture<Void> end(EntityBareJid workgroup) {
        workgroups.remove(workgroup);
        return wire.tell(wire.presenceTo(workgroup)
                .ofType(Presence.Type.unavailable)
                .addExtension(new AgentStatus())
                .build());
    }

    /** Takes a presence that may be a workgroup's; says whether it was. */
    boolean heard(Presence presence) {
        var workgroup = presence.getFrom().asEntityBareJidIfPossible();
        if (workgroup == null || !workgroups.contains(workgroup)) {
            return false;
        }
        var begun = arriving.get(workgroup);
        if (presence.getType() == Presence.Type.error) {
            refused(workgroup, presence, begun);
        } else {
            if (begun != null) {
                begun.complete(null);
            }
            announce(workgroup, presence);
        }
        return true;
    }

    private void refused(EntityBareJid workgroup, Presence presence, CompletableFuture<Void> begun) {
        workgroups.remove(workgroup);
        if (begun != null) {
            begun.completeExceptionally(Refusals.ofService(presence.getError()));
        } else {
            audience.tell(listener -> listener.dismissed(workgroup, Refusals.sentence(presence.getError())));
        }
    }

    private void announce(EntityBareJid workgroup, Presence presence) {
        var queue = presence.getFrom().getResourceOrEmpty().toString();
        var overview = presence.getExtension(QueueOverview.class);
        var details = presence.getExtension(QueueDetails.class);
        if (overview != null) {
            audience.tell(listener -> listener.queueChanged(new QueueView(workgroup, queue, overview)));
        }
        if (details != null) {
            audience.tell(listener -> listener.waitingChanged(workgroup, queue, details.waiting()));
        }
    }

    void fail(DeskException failure) {
        List.copyOf(arriving.values()).forEach(begun -> begun.completeExceptionally(failure));
        workgroups.clear();
    }
}
