package io.quittance.bootstrap.wiring;

import io.quittance.bootstrap.keys.KeyDirectory;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.persistence.instance.JdbcInstanceKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys that are to be in the data folder and are not. At the first start they are made; once the database was made with some,
 * they are lost or elsewhere, and new ones would only be in the way.
 */
final class MissingKeys {
    private MissingKeys() {}

    /** Whether one of the two that each version had is neither in the data folder nor named by a setting. */
    static boolean any(Settings settings) {
        return isMissing(KeyDirectory.gatewayFile(settings.data()), settings.gatewayKey())
                || isMissing(KeyDirectory.bodyFile(settings.data()), settings.bodyKey());
    }

    /** The files of those that are neither in the data folder nor named by a setting. */
    static List<Path> of(Settings settings) {
        Map<Path, Optional<?>> all = new LinkedHashMap<>();
        all.put(KeyDirectory.gatewayFile(settings.data()), settings.gatewayKey());
        all.put(KeyDirectory.bodyFile(settings.data()), settings.bodyKey());
        all.put(KeyDirectory.auditFile(settings.data()), settings.auditKey());
        return all.keySet().stream()
                .filter(file -> isMissing(file, all.get(file)))
                .toList();
    }

    /** @throws Trouble if any is missing, where none is to be made */
    static void refuse(Settings settings) {
        refuse(KeyDirectory.gatewayFile(settings.data()), settings.gatewayKey());
        refuse(KeyDirectory.bodyFile(settings.data()), settings.bodyKey());
        refuse(KeyDirectory.auditFile(settings.data()), settings.auditKey());
    }

    private static void refuse(Path file, Optional<?> named) {
        if (isMissing(file, named)) {
            throw new Trouble("The file " + file + " is not there, and no command makes a key: start the service first,"
                    + " with './quittance serve'.");
        }
    }

    /** @throws Trouble if one is missing that the database was made with */
    static void refuse(Settings settings, JdbcInstanceKeys known) {
        refuse(
                KeyDirectory.gatewayFile(settings.data()),
                settings.gatewayKey(),
                known.find(JdbcInstanceKeys.GATEWAY),
                "gateway key, QUITTANCE_GATEWAY_KEY");
        refuse(
                KeyDirectory.bodyFile(settings.data()),
                settings.bodyKey(),
                known.find(JdbcInstanceKeys.BODY),
                "body key, QUITTANCE_BODY_KEY");
        refuse(
                KeyDirectory.auditFile(settings.data()),
                settings.auditKey(),
                known.find(JdbcInstanceKeys.AUDIT),
                "audit key, QUITTANCE_AUDIT_KEY");
    }

    private static void refuse(Path file, Optional<?> named, Optional<String> fingerprint, String what) {
        if (fingerprint.isPresent() && isMissing(file, named)) {
            throw new Trouble("The file " + file + " is not there (the " + what
                    + "), but the database was made with one" + " (there " + Store.beginning(fingerprint.get())
                    + "): put it back from your backup. No other one is made.");
        }
    }

    private static boolean isMissing(Path file, Optional<?> named) {
        return named.isEmpty() && !Files.exists(file);
    }
}
