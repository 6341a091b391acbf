package io.quittance.bootstrap.wiring;

import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Whether the ports are free; asked first, as nothing else that follows is worth doing if one is not. */
final class Ports {
    private Ports() {}

    /** @throws Trouble naming the port that is taken and the variable that sets it */
    static void check(Settings settings) {
        check("QUITTANCE_HOST", settings.host(), "QUITTANCE_PORT", settings.port());
        check(
                "QUITTANCE_MANAGEMENT_HOST",
                settings.managementHost(),
                "QUITTANCE_MANAGEMENT_PORT",
                settings.managementPort());
    }

    private static void check(String place, String host, String variable, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw new Trouble(place + " is '" + host + "', and no such host is known.", e);
        } catch (IOException e) {
            throw new Trouble(
                    "Port " + port + " on " + host + " is taken or not allowed; free it, or choose another with "
                            + variable + ".",
                    e);
        }
    }
}
