package io.quittance.bootstrap.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this machine is called, for a person who wants to know where an instance runs. */
final class HostName {
    private HostName() {}

    static String own() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }
}
