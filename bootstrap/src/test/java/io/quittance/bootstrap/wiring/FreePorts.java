package io.quittance.bootstrap.wiring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Two ports that were free a moment ago. */
public record FreePorts(int one, int other) {
    public static FreePorts find() throws IOException {
        try (ServerSocket first = socket();
                ServerSocket second = socket()) {
            return new FreePorts(first.getLocalPort(), second.getLocalPort());
        }
    }

    private static ServerSocket socket() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
