package dev.usher.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** This machine's own address, the only one that anything here listens on, and its ports. */
public final class Loopback {
    public static final String HOST = "127.0.0.1";

    private Loopback() {}

    public static InetAddress address() {
        try {
            // Not getLoopbackAddress(): that may be ::1, and Openfire is told the IPv4 address.
            return InetAddress.getByName(HOST);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static InetSocketAddress at(int port) {
        return new InetSocketAddress(address(), port);
    }

    /** Ports that are free now, all different: each is held until the last is found. */
    public static List<Integer> freePorts(int count) {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, address()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + HOST, e);
        } finally {
            held.forEach(Loopback::close);
        }
    }

    public static boolean isFree(int port) {
        // A server on all addresses does not keep us from binding this one everywhere: ask for an answer first.
        if (answers(port)) {
            return false;
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(at(port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether somebody accepts connections on that port. */
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(at(port), 500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
