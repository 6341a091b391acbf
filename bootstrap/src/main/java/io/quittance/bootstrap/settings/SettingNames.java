package io.quittance.bootstrap.settings;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.tls.TlsFiles;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What settings are called. A mistyped one would be passed over, and what it is to change stay as it was. */
final class SettingNames {
    /** Those that may stand in application.yml as well. */
    static final Set<String> IN_A_FILE = Set.of(
            "QUITTANCE_PORT",
            "QUITTANCE_HOST",
            "QUITTANCE_MANAGEMENT_HOST",
            "QUITTANCE_MANAGEMENT_PORT",
            "QUITTANCE_MANAGEMENT_NAMES",
            Monitoring.SETTING,
            "QUITTANCE_PUBLIC_URL",
            "QUITTANCE_DATA",
            "QUITTANCE_DB_URL",
            "QUITTANCE_DB_USER",
            "QUITTANCE_DB_PASSWORD",
            "QUITTANCE_DB_CONNECTIONS",
            "QUITTANCE_DB_WORK_CONNECTIONS",
            "QUITTANCE_DB_WAIT",
            "QUITTANCE_UPSTREAM",
            "QUITTANCE_UPSTREAM_URL",
            "QUITTANCE_SIMULATOR_DELAY",
            "QUITTANCE_OUTGOING_ALLOW",
            "QUITTANCE_OUTGOING_SCHEMES",
            ProxySetting.PROXY,
            ProxySetting.LOGIN,
            ProxySetting.EXCEPT,
            ProxySetting.NAMES,
            "QUITTANCE_GATEWAY_KEY",
            "QUITTANCE_BODY_KEY",
            "QUITTANCE_AUDIT_KEY",
            "QUITTANCE_CLIENT_CONNECTIONS",
            "QUITTANCE_CLIENT_CONNECTIONS_PER_ADDRESS",
            "QUITTANCE_CLIENT_PATIENCE",
            "QUITTANCE_CLIENT_IDLE",
            EdgeReader.PROXIES,
            TlsFiles.CERTIFICATE,
            TlsFiles.KEY,
            "QUITTANCE_LIMIT_ADDRESS",
            "QUITTANCE_LIMIT_APP",
            "QUITTANCE_KEEP_ORDERS",
            "QUITTANCE_KEEP_RELAYS",
            "QUITTANCE_KEEP_SIMULATED");

    private static final Set<String> OF_THE_PROCESS =
            Set.of("QUITTANCE_CONFIG", "QUITTANCE_LOG_LEVEL", "QUITTANCE_DEBUG", "QUITTANCE_JAVA_OPTS");

    private static final String OURS = "QUITTANCE_";

    /** What the tests of a build are told, which is nothing to a service beside it. */
    private static final String OF_TESTS = OURS + "TEST_";

    private static final int MISTYPED = 3;

    private SettingNames() {}

    /** @throws Trouble naming the first variable that looks like ours and is no setting; an empty one does no harm */
    static void check(Map<String, String> environment) {
        environment.keySet().stream()
                .filter(name -> name.startsWith(OURS) && !name.startsWith(OF_TESTS))
                .filter(name -> !IN_A_FILE.contains(name) && !OF_THE_PROCESS.contains(name))
                .filter(name -> !environment.get(name).isBlank())
                .min(Comparator.naturalOrder())
                .ifPresent(name -> {
                    throw new Trouble("The variable " + name + " is no setting (expected: one of those in"
                            + " docs/operations.md)." + meant(name));
                });
    }

    /** The nearest setting, as a sentence of its own; empty if none is near. */
    static String meant(String name) {
        return Stream.concat(IN_A_FILE.stream(), OF_THE_PROCESS.stream())
                .filter(known -> distance(name, known) <= MISTYPED)
                .min(Comparator.comparing((String known) -> distance(name, known))
                        .thenComparing(known -> known))
                .map(known -> " Is " + known + " meant?")
                .orElse("");
    }

    /** How many letters must be changed, added or left out. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[above.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(above[column - 1] + change, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[other.length()];
    }
}
