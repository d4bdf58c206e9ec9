package dev.usher.testbed.ground.conformance;

import static dev.usher.testbed.ground.conformance.Section.AGENT;
import static dev.usher.testbed.ground.conformance.Section.CHANNEL;
import static dev.usher.testbed.ground.conformance.Section.COMMANDS;
import static dev.usher.testbed.ground.conformance.Section.CUSTOMER;
import static dev.usher.testbed.ground.conformance.Section.HANDING_OVER;
import static dev.usher.testbed.ground.conformance.Section.LOST;
import static dev.usher.testbed.ground.conformance.Section.OFFERS;
import static dev.usher.testbed.ground.conformance.Section.TOOLS;

/**
 * What a client can do with a workgroup: one row of the conformance page each, in this order. A test says with
 * {@link Proves} which of them it proves; the page knows a client's row by the constant's name.
 */
public enum Operation {
    FIND_WORKGROUPS(AGENT, "Find the service, and the workgroups one may serve"),
    GO_ONLINE(AGENT, "Go online"),
    ONLINE_REFUSED(AGENT, "Go online without being an agent: refused"),
    GO_AWAY(AGENT, "Go away, come back"),
    WISH(AGENT, "Say how many visits at a time"),
    GO_OFFLINE(AGENT, "Go offline"),
    SEVERAL_RESOURCES(AGENT, "Serve over several connections at once"),
    SEVERAL_WORKGROUPS(AGENT, "Serve two workgroups over one connection"),
    SEE_QUEUES(AGENT, "See the queues, and who waits in them"),
    SEE_COLLEAGUES(AGENT, "See the other agents"),

    READ_OFFER(OFFERS, "Read an offer: who, what the form says, until when"),
    ACCEPT(OFFERS, "Accept"),
    REJECT(OFFERS, "Reject"),
    OFFER_LAPSES(OFFERS, "An offer lapses"),
    OFFER_WITHDRAWN(OFFERS, "The customer leaves during an offer"),
    ACCEPT_TOO_LATE(OFFERS, "Accept too late"),

    LOOK(CUSTOMER, "See whether the workgroup is open"),
    READ_FORM(CUSTOMER, "Read the form"),
    JOIN(CUSTOMER, "Join the queue"),
    JOIN_CLOSED(CUSTOMER, "Join while nobody is online: refused"),
    POSITION(CUSTOMER, "Be told one's position"),
    DEPART(CUSTOMER, "Leave the queue"),
    GIVEN_UP(CUSTOMER, "Be told that nobody can answer any more"),
    AGENT_AS_CUSTOMER(CUSTOMER, "Ask as a customer although one is an agent"),
    EMAIL(CUSTOMER, "Learn that the workgroup sends no mail"),
    OLD_SETTINGS(CUSTOMER, "Ask for settings of the old web chat: there are none"),

    ENTER_CHANNEL(CHANNEL, "Be invited, and enter"),
    DIRECT_INVITATION(CHANNEL, "Be invited by the workgroup itself (XEP-0249) besides"),
    TALK(CHANNEL, "Talk"),
    OVER(CHANNEL, "The visit is over when one side leaves"),

    TRANSFER_TO_AGENT(HANDING_OVER, "Transfer to an agent"),
    TRANSFER_TO_QUEUE(HANDING_OVER, "Transfer to a queue"),
    TRANSFER_TO_WORKGROUP(HANDING_OVER, "Transfer to another workgroup"),
    INVITE_AGENT(HANDING_OVER, "Invite an agent besides"),
    HANDOVER_DECLINED(HANDING_OVER, "A transfer or an invitation is declined"),
    HANDOVER_LAPSES(HANDING_OVER, "A transfer or an invitation lapses"),
    HANDOVER_REFUSED(HANDING_OVER, "Hand over what is not one's own: refused"),

    TRANSCRIPTS(TOOLS, "List a customer's former visits"),
    TRANSCRIPT(TOOLS, "Read what was said in a visit"),
    SEARCH_FORM(TOOLS, "Read the form for searching"),
    SEARCH(TOOLS, "Search what was said"),
    NOTES(TOOLS, "Write and read notes on a visit"),
    METADATA(TOOLS, "Read what the customer's form said"),
    HISTORY(TOOLS, "List an agent's former visits"),
    SHARED_MACROS(TOOLS, "Read the workgroup's macros"),
    OWN_MACROS(TOOLS, "Save and read one's own macros"),
    MONITOR(TOOLS, "Ask whether one may look into visits"),
    LOOK_IN(TOOLS, "Look into a visit"),
    OCCUPANTS(TOOLS, "List who is in a channel"),
    AGENT_NAME(TOOLS, "Read what an agent is called"),

    GO(COMMANDS, "/go: lead the customer's browser"),
    WHO(COMMANDS, "/who"),
    TYPED_HANDOVER(COMMANDS, "/invite, /transfer"),
    NOTE(COMMANDS, "/note, /tag"),
    END(COMMANDS, "/end"),
    HELP(COMMANDS, "/help, and a command that is none"),
    GO_BESIDE(COMMANDS, "An address beside the text (XEP-0066): the same as /go"),
    PUSH_URL(COMMANDS, "Spark's co-browser: the same as /go"),
    AD_HOC(COMMANDS, "Commands by forms (XEP-0050)"),

    CUSTOMER_LOST_WAITING(LOST, "The customer's, in the queue"),
    CUSTOMER_LOST_OFFERED(LOST, "The customer's, during an offer"),
    CUSTOMER_LOST_INVITED(LOST, "The customer's, invited to the channel"),
    CUSTOMER_LOST_TALKING(LOST, "The customer's, in the channel"),
    AGENT_LOST_OFFERED(LOST, "The agent's, during an offer"),
    AGENT_LOST_INVITED(LOST, "The agent's, invited to the channel"),
    AGENT_LOST_TALKING(LOST, "The agent's, in the channel"),
    RESUMED(LOST, "The agent's, resumed (XEP-0198)");

    private final Section section;
    private final String title;

    Operation(Section section, String title) {
        this.section = section;
        this.title = title;
    }

    public Section section() {
        return section;
    }

    public String title() {
        return title;
    }
}
