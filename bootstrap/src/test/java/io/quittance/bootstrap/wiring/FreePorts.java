package io.quittance.bootstrap.wiring;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Two ports that were free a moment ago, and that nobody gets by chance: systems give ports from 32768 on to who asks for any,
 * and to each outgoing connection. So a process that is killed finds its port again when it is started again. Other tests on
 * the machine keep off, too: they see that the datagram port of that number is taken, until this JVM ends.
 */
public record FreePorts(int one, int other) {
    private static final int FIRST = 15_000;
    private static final int END = 32_000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<DatagramSocket> KEPT = ConcurrentHashMap.newKeySet();

    public static FreePorts find() {
        return new FreePorts(pick(), pick());
    }

    /** One port, on all addresses; never the same twice. */
    public static int pick() {
        while (true) {
            int port = RANDOM.nextInt(FIRST, END);
            if (kept(port) && free(port)) {
                return port;
            }
        }
    }

    private static boolean kept(int port) {
        try {
            return KEPT.add(new DatagramSocket(port));
        } catch (SocketException _) {
            return false;
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
