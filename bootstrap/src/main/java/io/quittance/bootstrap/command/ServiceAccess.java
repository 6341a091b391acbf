package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppAccounts;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.management.Endpoints;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.management.RemoteAccounts;
import io.quittance.bootstrap.management.RemoteApps;
import io.quittance.bootstrap.management.RemoteEndpoints;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.bootstrap.wiring.OfflineService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;

/** The way to what is registered: through the running service, or straight to the database if none runs. */
final class ServiceAccess {
    private static final int PATIENCE_MILLIS = 2_000;

    private ServiceAccess() {}

    /** @throws Trouble if none runs and nothing was ever started there */
    static <T> T apps(Function<Apps, T> question) {
        Settings settings = Settings.load();
        return apps(settings, question, () -> OfflineService.ask(settings, Apps.class, question));
    }

    /** The same, also where nothing was ever started: with this it begins. */
    static <T> T appsFromTheFirst(Function<Apps, T> question) {
        Settings settings = Settings.load();
        return apps(settings, question, () -> OfflineService.begin(settings, Apps.class, question));
    }

    private static <T> T apps(Settings settings, Function<Apps, T> question, Supplier<T> without) {
        if (answers(settings.managementUrl())) {
            try (RemoteApps apps = new RemoteApps(settings.managementUrl(), ManagementToken.read(settings.data()))) {
                return question.apply(apps);
            }
        }
        return without.get();
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    static <T> T accounts(Function<AppAccounts, T> question) {
        Settings settings = Settings.load();
        if (answers(settings.managementUrl())) {
            try (RemoteAccounts accounts =
                    new RemoteAccounts(settings.managementUrl(), ManagementToken.read(settings.data()))) {
                return question.apply(accounts);
            }
        }
        return OfflineService.ask(settings, AppAccounts.class, question);
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    static <T> T endpoints(Function<Endpoints, T> question) {
        Settings settings = Settings.load();
        if (answers(settings.managementUrl())) {
            try (RemoteEndpoints endpoints =
                    new RemoteEndpoints(settings.managementUrl(), ManagementToken.read(settings.data()))) {
                return question.apply(endpoints);
            }
        }
        return OfflineService.ask(settings, Endpoints.class, question);
    }

    private static boolean answers(URI management) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(management.getHost(), management.getPort()), PATIENCE_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
