package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Proves;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.jivesoftware.smackx.workgroup.QueueUser;
import org.jivesoftware.smackx.workgroup.agent.QueueUsersListener;
import org.jivesoftware.smackx.workgroup.agent.WorkgroupQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What agents see: the queues, and each other. */
class ViewIT {
    @RegisterExtension
    static final UsherServer usher = Ground.server();

    private final Inbox<String> queues = new Inbox<>("news of a queue");

    private final class Queues implements QueueUsersListener {
        @Override
        public void statusUpdated(WorkgroupQueue queue, WorkgroupQueue.Status status) {
            queues.add(queue.getName() + " is " + status);
        }

        @Override
        public void averageWaitTimeUpdated(WorkgroupQueue queue, int averageWaitTime) {
            queues.add(queue.getName() + " takes " + averageWaitTime);
        }

        @Override
        public void oldestEntryUpdated(WorkgroupQueue queue, Date oldestEntry) {
            queues.add(queue.getName() + " has one waiting");
        }

        @Override
        public void usersUpdated(WorkgroupQueue queue, Set<QueueUser> users) {
            queues.add(queue.getName() + " has "
                    + users.stream()
                            .map(user -> user.getUserID() + " at " + user.getQueuePosition())
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    @Proves(Operation.SEE_QUEUES)
    void anAgentSeesTheQueuesAndWhoWaitsInThem() throws Exception {
        try (var carol = SmackAgent.offline(usher, "carol", Ground.DEMO);
                var romeo = SmackCustomer.named(usher, "romeo")) {
            carol.session().addQueueUsersListener(new Queues());
            carol.session().setOnline(true);
            queues.takeEqual("Support is open");
            romeo.join("Romeo");
            queues.takeEqual("Default Queue has [" + romeo + " at 0]");
            Ground.until(
                    () -> carol.session().getQueue("Default Queue").getUserCount() == 1, "The queue counts nobody");
            assertThat(carol.session().getQueue("Default Queue").getStatus()).isEqualTo(WorkgroupQueue.Status.OPEN);
            carol.accept(carol.offerOf(romeo), "Carol");
            queues.takeEqual("Default Queue has []");
        }
    }

    @Test
    @Proves(Operation.SEE_COLLEAGUES)
    void anAgentSeesTheOthersAndWhomTheyServe() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.online(usher, "bob");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            var agents = alice.session().getAgentRoster();
            assertThat(agents.getAgents())
                    .containsExactlyInAnyOrder(Ground.user("alice"), Ground.user("bob"), Ground.user("carol"));
            romeo.join("Romeo");
            alice.offerOf(romeo).reject();
            var offer = bob.offerOf(romeo);
            bob.accept(offer, "Bob");
            Ground.until(
                    () -> SmackAgent.status(alice.seen("bob")).getCurrentChats().size() == 1, "Bob serves nobody");
            var chat = SmackAgent.status(alice.seen("bob")).getCurrentChats().get(0);
            assertThat(chat.getSessionID()).isEqualTo(offer.getSessionID());
            assertThat(chat.getUsername()).isEqualTo("Romeo");
        }
    }
}
