package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppAccounts;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.management.Audits;
import io.quittance.bootstrap.management.Backups;
import io.quittance.bootstrap.management.Deliveries;
import io.quittance.bootstrap.management.DiscrepancyCases;
import io.quittance.bootstrap.management.Endpoints;
import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.ManagementCall;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.management.Persons;
import io.quittance.bootstrap.management.RemoteAccounts;
import io.quittance.bootstrap.management.RemoteApps;
import io.quittance.bootstrap.management.RemoteAudits;
import io.quittance.bootstrap.management.RemoteBackups;
import io.quittance.bootstrap.management.RemoteDeliveries;
import io.quittance.bootstrap.management.RemoteDiscrepancyCases;
import io.quittance.bootstrap.management.RemoteEndpoints;
import io.quittance.bootstrap.management.RemoteKeys;
import io.quittance.bootstrap.management.RemotePersons;
import io.quittance.bootstrap.management.RemoteRepairs;
import io.quittance.bootstrap.management.RemoteReplays;
import io.quittance.bootstrap.management.RemoteStories;
import io.quittance.bootstrap.management.Repairs;
import io.quittance.bootstrap.management.Replays;
import io.quittance.bootstrap.management.RunningServices;
import io.quittance.bootstrap.management.Stories;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.bootstrap.wiring.OfflineService;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/**
 * The way to what a data folder holds: through the service that runs on it, or straight to its database if none does.
 * For the former nothing of the framework is loaded.
 */
final class ServiceAccess {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder; that of QUITTANCE_DATA, or ./data, unless given.")
    private Path data;

    private boolean served;

    /** As the environment has them, with the data folder that the command names. */
    Settings settings() {
        return Settings.load(Optional.ofNullable(data));
    }

    /** The same of the embedded database there, whatever other one the environment names. */
    Settings embedded() {
        return Settings.loadEmbedded(Optional.ofNullable(data));
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    <T> T apps(Function<Apps, T> question) {
        return ask(Apps.class, RemoteApps::new, question);
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    <T> T accounts(Function<AppAccounts, T> question) {
        return ask(AppAccounts.class, RemoteAccounts::new, question);
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    <T> T keys(Function<Keys, T> question) {
        return ask(Keys.class, RemoteKeys::new, question);
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    <T> T endpoints(Function<Endpoints, T> question) {
        return ask(Endpoints.class, RemoteEndpoints::new, question);
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    <T> T stories(Function<Stories, T> question) {
        return ask(Stories.class, RemoteStories::new, question);
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    <T> T repairs(Function<Repairs, T> question) {
        return ask(Repairs.class, RemoteRepairs::new, question);
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    <T> T replays(Function<Replays, T> question) {
        return ask(Replays.class, RemoteReplays::new, question);
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    <T> T backups(Function<Backups, T> question) {
        return ask(Backups.class, RemoteBackups::new, question);
    }

    /** @throws Trouble if a service runs there */
    static void refuseRunning(Settings settings) {
        running(settings).ifPresent(found -> {
            throw new Trouble("A service runs at " + found.place().management() + "; stop it first.");
        });
        refuseStranger(settings);
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    <T> T discrepancies(Function<DiscrepancyCases, T> question) {
        return ask(DiscrepancyCases.class, RemoteDiscrepancyCases::new, question);
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    <T> T deliveries(Function<Deliveries, T> question) {
        return ask(Deliveries.class, RemoteDeliveries::new, question);
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    <T> T persons(Function<Persons, T> question) {
        return ask(Persons.class, RemotePersons::new, question);
    }

    /** @throws Trouble if none runs and nothing was ever started there */
    <T> T audits(Function<Audits, T> question) {
        return ask(Audits.class, RemoteAudits::new, question);
    }

    /** What is said of a change that a service has to carry on, where the last question was not asked of one. */
    Optional<String> notYet() {
        return served ? Optional.empty() : Optional.of("No service runs on this folder: that happens once one does.");
    }

    private <P, T> T ask(Class<P> part, Function<ManagementCall, P> running, Function<P, T> question) {
        Settings settings = settings();
        Optional<Found> found = running(settings);
        served = found.isPresent();
        if (served) {
            return question.apply(running.apply(found.get().call()));
        }
        if (!OfflineService.isBegun(settings)) {
            throw nothingStarted(settings);
        }
        refuseStranger(settings);
        return OfflineService.ask(settings, part, question);
    }

    /** Whatever the database: an embedded one is in use then, and any other would be asked behind the service's back. */
    private static void refuseStranger(Settings settings) {
        String stranger = stranger(settings);
        if (!stranger.isEmpty()) {
            throw new Trouble("The service of " + folder(settings) + " cannot be asked." + stranger);
        }
    }

    /** What is said beside that something cannot be had, where what says that it runs there is not let in: as a sentence. */
    private static String stranger(Settings settings) {
        return RunningServices.announced(settings).stream()
                .map(RunningServices.Place::management)
                .filter(ManagementCall::answers)
                .findFirst()
                .map(place -> " What listens at " + place
                        + " says that it runs on this folder, and does not know the token"
                        + " in its file management-token: put back the one that it was started with, or start it anew."
                        + " If it is another folder's, remove what names it in "
                        + folder(settings).resolve("running")
                        + ".")
                .orElse("");
    }

    /** The running service, for what only that can do. @throws Trouble if none runs */
    ManagementCall call() {
        return served(settings()).call();
    }

    private static Found served(Settings settings) {
        return running(settings)
                .orElseThrow(() -> new Trouble("No service runs on " + folder(settings)
                        + " (expected: the folder of a running one, by --data or QUITTANCE_DATA)."
                        + stranger(settings)));
    }

    /** Where its public port is. @throws Trouble if none runs */
    URI publicPort() {
        return served(settings()).place().local();
    }

    private record Found(RunningServices.Place place, ManagementCall call) {}

    /** Of those that say that they run there, and the one of the settings, the first that knows the folder's token. */
    private static Optional<Found> running(Settings settings) {
        return ManagementToken.find(settings.data())
                .flatMap(token -> RunningServices.on(settings).stream()
                        .map(place -> new Found(place, new ManagementCall(place.management(), token)))
                        .filter(found -> found.call().isKnown())
                        .findFirst());
    }

    private static Trouble nothingStarted(Settings settings) {
        String other = ManagementCall.answers(settings.managementUrl())
                ? " If what listens at " + settings.managementUrl() + " is meant, name its folder."
                : "";
        return new Trouble("Nothing was ever started in " + folder(settings)
                + " (expected: the folder of a service, by --data or QUITTANCE_DATA; './quittance serve' begins one)."
                + other);
    }

    private static Path folder(Settings settings) {
        return settings.data().toAbsolutePath().normalize();
    }
}
