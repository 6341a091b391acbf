package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("With the simulator, which settles whatever it is asked,")
class ListeningIT {
    @TempDir
    Path data;

    private static Optional<InetAddress> outward() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(one -> one instanceof Inet4Address && !one.isLoopbackAddress())
                .findFirst();
    }

    @Test
    void the_public_port_is_open_to_this_machine_alone() throws IOException {
        try (RunningInstance running = RunningInstance.of(data, Map.of())) {
            assertEquals(200, running.onManagement("GET", "/health/readiness").statusCode());
            assertEquals(
                    400, running.onPublic("POST", "/captureResultNotifyUrl").statusCode());
            Optional<InetAddress> outward = outward();
            assumeTrue(outward.isPresent(), "NOT RUN from outside: this machine has no address but the loopback");

            try (Socket socket = new Socket()) {
                assertThrows(
                        IOException.class,
                        () -> socket.connect(
                                new InetSocketAddress(
                                        outward.get(), running.settings().port()),
                                5_000));
            }
        }
    }
}
