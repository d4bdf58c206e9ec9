package dev.usher.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {

    @ParameterizedTest
    @CsvSource({
        "chat.example.org, chat.example.org, 5222, false",
        "chat.example.org:15222, chat.example.org, 15222, false",
        "127.0.0.1:15222, 127.0.0.1, 15222, true",
        "[::1]:15222, ::1, 15222, true",
        "localhost, localhost, 5222, true",
        "no-such-host.invalid, no-such-host.invalid, 5222, false"
    })
    void aHostMayHaveAPort(String text, String host, int port, boolean loopback) {
        var server = Server.tcp(text, true);

        assertThat(server.host()).isEqualTo(host);
        assertThat(server.port()).isEqualTo(port);
        assertThat(server.isLoopback()).isEqualTo(loopback);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chat:70000", "a b", "user@chat.example.org", "chat/ws", "a:b"})
    void otherThingsAreNoServer(String text) {
        assertThatThrownBy(() -> Server.tcp(text, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWebSocketUrlSaysWhetherItIsEncrypted() {
        assertThat(Server.websocket(URI.create("wss://chat.example.org:7443/ws/"))
                        .encrypted())
                .isTrue();
        assertThat(Server.websocket(URI.create("ws://127.0.0.1:7070/ws/")).encrypted())
                .isFalse();
        assertThatThrownBy(() -> Server.websocket(URI.create("https://chat.example.org/")))
                .hasMessageContaining("not a ws:// or wss:// URL");
    }

    @Test
    void itIsNamedAsItWasGiven() {
        assertThat(Server.tcp("[::1]:5222", true)).hasToString("[::1]:5222");
        assertThat(Server.websocket(URI.create("wss://chat.example.org/ws/")))
                .hasToString("wss://chat.example.org/ws/");
    }
}
