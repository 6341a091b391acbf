package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppAccounts;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.management.Audits;
import io.quittance.bootstrap.management.Backups;
import io.quittance.bootstrap.management.Deliveries;
import io.quittance.bootstrap.management.DiscrepancyCases;
import io.quittance.bootstrap.management.Endpoints;
import io.quittance.bootstrap.management.ManagementCall;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.management.RemoteAccounts;
import io.quittance.bootstrap.management.RemoteApps;
import io.quittance.bootstrap.management.RemoteAudits;
import io.quittance.bootstrap.management.RemoteBackups;
import io.quittance.bootstrap.management.RemoteDeliveries;
import io.quittance.bootstrap.management.RemoteDiscrepancyCases;
import io.quittance.bootstrap.management.RemoteEndpoints;
import io.quittance.bootstrap.management.RemoteRepairs;
import io.quittance.bootstrap.management.RemoteReplays;
import io.quittance.bootstrap.management.RemoteStories;
import io.quittance.bootstrap.management.Repairs;
import io.quittance.bootstrap.management.Replays;
import io.quittance.bootstrap.management.Stories;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.bootstrap.wiring.OfflineService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.function.Function;

/** The way to what is registered: through the running service, or straight to the database if none runs. */
final class ServiceAccess {
    private static final int PATIENCE_MILLIS = 2_000;

    private ServiceAccess() {}

    /** @throws Trouble if none runs and nothing was ever started there */
    static <T> T apps(Function<Apps, T> question) {
        return ask(RemoteApps::new, question, settings -> OfflineService.ask(settings, Apps.class, question));
    }

    /** The same, also where nothing was ever started: with this it begins. */
    static <T> T appsFromTheFirst(Function<Apps, T> question) {
        return ask(RemoteApps::new, question, settings -> OfflineService.begin(settings, Apps.class, question));
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    static <T> T accounts(Function<AppAccounts, T> question) {
        return ask(
                RemoteAccounts::new, question, settings -> OfflineService.ask(settings, AppAccounts.class, question));
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    static <T> T endpoints(Function<Endpoints, T> question) {
        return ask(RemoteEndpoints::new, question, settings -> OfflineService.ask(settings, Endpoints.class, question));
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    static <T> T stories(Function<Stories, T> question) {
        return ask(RemoteStories::new, question, settings -> OfflineService.ask(settings, Stories.class, question));
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    static <T> T repairs(Function<Repairs, T> question) {
        return ask(RemoteRepairs::new, question, settings -> OfflineService.ask(settings, Repairs.class, question));
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    static <T> T replays(Function<Replays, T> question) {
        return ask(RemoteReplays::new, question, settings -> OfflineService.ask(settings, Replays.class, question));
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    static <T> T backups(Function<Backups, T> question) {
        return ask(RemoteBackups::new, question, settings -> OfflineService.ask(settings, Backups.class, question));
    }

    /** @throws Trouble if a service runs there */
    static void refuseRunning(Settings settings) {
        if (answers(settings.managementUrl())) {
            throw new Trouble("A service runs at " + settings.managementUrl() + "; stop it first.");
        }
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    static <T> T discrepancies(Function<DiscrepancyCases, T> question) {
        return ask(
                RemoteDiscrepancyCases::new,
                question,
                settings -> OfflineService.ask(settings, DiscrepancyCases.class, question));
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    static <T> T deliveries(Function<Deliveries, T> question) {
        return ask(
                RemoteDeliveries::new, question, settings -> OfflineService.ask(settings, Deliveries.class, question));
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    static <T> T audits(Function<Audits, T> question) {
        return ask(RemoteAudits::new, question, settings -> OfflineService.ask(settings, Audits.class, question));
    }

    private static <P, T> T ask(
            Function<ManagementCall, P> running, Function<P, T> question, Function<Settings, T> without) {
        Settings settings = Settings.load();
        if (!answers(settings.managementUrl())) {
            return without.apply(settings);
        }
        try (ManagementCall service = call(settings)) {
            return question.apply(running.apply(service));
        }
    }

    /** The running service; to be closed. */
    static ManagementCall call(Settings settings) {
        return new ManagementCall(settings.managementUrl(), ManagementToken.read(settings.data()));
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
