package dev.usher.testbed.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.Loopback;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.openfire.XMPPServer;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

/** The server is up, and everything that Usher's parts need of it answers. */
class EmbeddedOpenfireIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String BOSH_SESSION = """
            <body xmlns='http://jabber.org/protocol/httpbind' xmlns:xmpp='urn:xmpp:xbosh' rid='1573741820' hold='1' \
            wait='60' ver='1.6' xmpp:version='1.0' xml:lang='en' to='usher.test'/>""";
    private static final String WEBSOCKET_SESSION =
            "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='usher.test' version='1.0'/>";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void thePluginIsLoadedByOpenfiresOwnLoader() {
        var plugin = XMPPServer.getInstance().getPluginManager().getPlugin("usher");

        assertThat(plugin).isNotNull();
        assertThat(plugin.getClass().getClassLoader()).isNotSameAs(getClass().getClassLoader());
    }

    /** It did, since plugins are loaded before the port is opened. */
    @Test
    void thePluginDoesNotComplainOfHttpBindingWhileItIsOn() throws Exception {
        assertThat(Files.readString(usher.config().log()))
                .contains("UsherPlugin: started")
                .doesNotContain("no-web");
    }

    @Test
    void agentsLogInAndMeetInARoom() throws Exception {
        var alice = SmackLogin.login(usher, "alice");
        var bob = SmackLogin.login(usher, "bob");
        try {
            assertThat(alice.isAuthenticated()).isTrue();
            var address = JidCreate.entityBareFrom("meeting@conference." + UsherServer.DOMAIN);
            var room = MultiUserChatManager.getInstanceFor(alice).getMultiUserChat(address);
            room.create(Resourcepart.from("alice")).makeInstant();
            var heard = new CompletableFuture<String>();
            room.addMessageListener(message -> {
                if (message.getBody() != null) {
                    heard.complete(message.getBody());
                }
            });
            var bobs = MultiUserChatManager.getInstanceFor(bob).getMultiUserChat(address);
            bobs.join(Resourcepart.from("bob"));
            bobs.sendMessage("Hello");
            assertThat(heard.get(5, TimeUnit.SECONDS)).isEqualTo("Hello");
        } finally {
            SmackLogin.logout(bob);
            SmackLogin.logout(alice);
        }
    }

    @Test
    void aCustomerMayConnectOverBosh() throws Exception {
        assertThat(bosh(usher.config().webPort())).contains("ANONYMOUS");
    }

    @Test
    void aCustomerMayConnectOverWebSocket() {
        assertThat(webSocket(usher.config().webPort()).join()).contains("usher.test");
    }

    @Test
    void theProxyPassesBoshAndRefusesWebSocket() throws Exception {
        try (var proxy = UpgradeRefusingProxy.before(usher.config().webPort())) {
            assertThat(bosh(proxy.port())).contains("ANONYMOUS");
            assertThat(proxy.passed()).isEqualTo(1);

            var refused =
                    webSocket(proxy.port()).handle((text, thrown) -> thrown).join();
            assertThat(cause(refused)).isInstanceOf(WebSocketHandshakeException.class);
            assertThat(((WebSocketHandshakeException) cause(refused))
                            .getResponse()
                            .statusCode())
                    .isEqualTo(403);
            assertThat(proxy.refused()).isEqualTo(1);
        }
    }

    private String bosh(int port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://" + Loopback.HOST + ":" + port + "/http-bind/"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(BOSH_SESSION))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** The first frame that the server answers with. */
    private CompletableFuture<String> webSocket(int port) {
        var answer = new CompletableFuture<String>();
        var listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                answer.complete(text.toString());
                socket.abort();
                return null;
            }
        };
        http.newWebSocketBuilder()
                .subprotocols("xmpp")
                .buildAsync(URI.create("ws://" + Loopback.HOST + ":" + port + "/ws/"), listener)
                .thenCompose(socket -> socket.sendText(WEBSOCKET_SESSION, true))
                .exceptionally(thrown -> {
                    answer.completeExceptionally(thrown);
                    return null;
                });
        return answer.orTimeout(10, TimeUnit.SECONDS);
    }

    private static Throwable cause(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
