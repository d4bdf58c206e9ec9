package dev.usher.testbed.console;

import java.io.IOException;
import java.nio.file.Path;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.dom4j.DocumentException;
import org.dom4j.Element;
import org.dom4j.io.SAXReader;
import org.jivesoftware.openfire.SessionManager;
import org.jivesoftware.openfire.XMPPServer;
import org.jivesoftware.openfire.container.Plugin;

/** The one page of the trial's console: what runs, with which settings, and who is there. It changes nothing. */
public final class OverviewPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(page());
    }

    private static String page() {
        var server = XMPPServer.getInstance();
        var page = new Html("Usher on trial");
        page.note(
                "This page only shows. Openfire's console, where an administrator changes all this, comes with a full "
                        + "Openfire and is not part of the embedded server.");

        page.table("Server");
        page.row("Version", "Openfire " + server.getServerInfo().getVersion().getVersionString());
        page.row("Domain", server.getServerInfo().getXMPPDomain());
        page.row("Running since", server.getServerInfo().getLastStarted().toString());

        page.table("Plugins");
        for (Plugin plugin : server.getPluginManager().getPlugins()) {
            var descriptor = descriptor(server.getPluginManager().getPluginPath(plugin));
            page.row(descriptor.elementText("name"), descriptor.elementText("version"));
        }

        page.table("Settings");
        Settings.ofUsher().forEach(page::row);

        page.table("Agents");
        Settings.agents().forEach(agent -> page.row(agent, sessions(agent)));

        page.table("Connected now");
        SessionManager.getInstance()
                .getSessions()
                .forEach(session -> page.row(
                        session.getAddress().toString(), session.isAnonymousUser() ? "a customer" : "an account"));
        return page.end();
    }

    // Openfire's own reading of it takes every version that it cannot parse for 0.0.0.
    private static Element descriptor(Path plugin) {
        try {
            return new SAXReader().read(plugin.resolve("plugin.xml").toFile()).getRootElement();
        } catch (DocumentException e) {
            throw new IllegalStateException("Openfire loaded a plugin from " + plugin + " without a descriptor", e);
        }
    }

    private static String sessions(String agent) {
        int count = SessionManager.getInstance().getSessionCount(agent);
        return count == 0 ? "offline" : "online";
    }
}
