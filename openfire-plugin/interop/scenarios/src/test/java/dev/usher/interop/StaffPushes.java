package dev.usher.interop;

import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.iqrequest.AbstractIqRequestHandler;
import org.jivesoftware.smack.iqrequest.IQRequestHandler.Mode;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smackx.workgroup.packet.AgentStatusRequest;

/** What the workgroup tells of a changed staff, which Smack reads and does not look at: as in {@code dora@… added}. */
final class StaffPushes {
    private StaffPushes() {}

    static Inbox<String> to(XMPPConnection connection) throws Exception {
        var pushes = new Inbox<String>("a changed staff");
        connection.registerIQRequestHandler(
                new AbstractIqRequestHandler(
                        AgentStatusRequest.ELEMENT_NAME, AgentStatusRequest.NAMESPACE, IQ.Type.set, Mode.sync) {
                    @Override
                    public IQ handleIQRequest(IQ request) {
                        ((AgentStatusRequest) request)
                                .getAgents()
                                .forEach(agent -> pushes.add(
                                        agent.getJID() + ("remove".equals(agent.getType()) ? " removed" : " added")));
                        return IQ.createResultIQ(request);
                    }
                });
        return pushes;
    }
}
