package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.endtoend.Rsa;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One run: instances under load while everything around them fails as the seed says; then all is mended, and when nothing
 * is owed any more, or too long after, the judge speaks.
 */
final class FaultRun {
    private static final long LOOKS_MILLIS = 2_000;

    private final RunSettings settings;
    private final Dice dice;
    private final Clock clock;
    private final Ledger ledger = new Ledger();
    private final Orders orders;

    /** What it found. @param faults must be empty */
    record Found(long seed, String database, int orders, List<String> faults, List<String> report) {}

    FaultRun(RunSettings settings) {
        this.settings = settings;
        this.dice = new Dice(settings.seed());
        this.clock = Clock.off(settings.clockOff());
        this.orders = Orders.of(dice, settings.mix());
    }

    /** Long, by what the system properties say; ends with 1 if anything is wrong. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("quittance-faults");
        RunSettings settings = RunSettings.named(folder);
        Found found;
        try (Database database = Databases.named(folder)) {
            found = new FaultRun(settings).run(database);
        }
        found.report().forEach(System.out::println);
        found.faults().stream().limit(200).forEach(fault -> System.out.println("FAULT " + fault));
        System.exit(found.faults().isEmpty() ? 0 : 1);
    }

    Found run(Database database) throws Exception {
        System.out.println(
                "fault run on " + database.name() + ", seed " + settings.seed() + ", in " + settings.folder());
        Shop.Upstream keys = new Shop.Upstream(Rsa.newPair(), Rsa.newPair());
        List<Shop> shops = shops(keys);
        try (Fleet fleet = new Fleet(settings.instances(), settings.folder())) {
            Teller teller = new Teller(dice, shops, fleet.fronts(), keys, ledger);
            try (Upstream upstream = new Upstream(dice, settings.mix().misdeeds(), keys, orders, ledger, teller)) {
                fleet.start(database, upstream.port(), clock);
                fleet.register(shops);
                return run(database, fleet, shops, teller);
            }
        } finally {
            for (Shop shop : shops) {
                shop.receiver().close();
                shop.line().close();
            }
        }
    }

    private List<Shop> shops(Shop.Upstream keys) throws Exception {
        List<Shop> shops = new ArrayList<>();
        for (int i = 0; i < settings.mix().shops(); i++) {
            Receiver receiver =
                    new Receiver(i, dice, settings.mix().misdeeds(), settings.receiversTakeMillis(), ledger);
            shops.add(new Shop(i, Rsa.newPair(), keys, new Line(receiver.port()), receiver));
        }
        return shops;
    }

    private Found run(Database database, Fleet fleet, List<Shop> shops, Teller teller) throws Exception {
        fleet.watch(ledger);
        Asker asker = new Asker(dice, shops, fleet.fronts(), fleet.gatewayKey(), ledger);
        Client client = new Client(orders, asker, new Payers(dice, orders, teller, asker, ledger));
        Faults faults = new Faults(dice, ledger);
        faults.against(settings.menu(), fleet, database, shops);
        Instant started = Instant.now();
        faults.begin();
        client.run(
                settings.perSecond(),
                number -> settings.lasting().isZero()
                        ? number < settings.orders()
                        : Instant.now().isBefore(started.plus(settings.lasting())));
        faults.end();
        System.out.println(client.begun() + " orders are begun, now all is mended");
        Instant mended = Instant.now();
        database.heal();
        shops.forEach(shop -> {
            shop.line().mend();
            shop.receiver().heal();
        });
        fleet.heal();
        asker.mended();
        client.finish();
        Judge judge = new Judge(ledger, orders, client.begun(), fleet.gatewayKey());
        awaitQuiet(database, fleet, judge, teller, mended);
        teller.stop();
        List<String> wrong = judge(database, fleet, judge, teller);
        List<String> report = report(database, client.begun(), Duration.between(started, mended), mended);
        Tally.Run which = new Tally.Run(database.name(), settings.instances(), settings.seed());
        report.add(Tally.of(which, client.begun(), ledger, wrong.size()).row());
        return new Found(settings.seed(), database.name(), client.begun(), wrong, report);
    }

    private void awaitQuiet(Database database, Fleet fleet, Judge judge, Teller teller, Instant mended)
            throws Exception {
        Instant latest = mended.plus(settings.healsWithin());
        while (Instant.now().isBefore(latest)
                && (teller.open() > 0 || !judge.owed().isEmpty() || deliveries(database, fleet))) {
            Thread.sleep(LOOKS_MILLIS);
            if (settings.hurried() && !database.ports().isEmpty()) {
                hurry(database);
            }
        }
    }

    /** Whether anything is owed by the tables; the embedded database is read by its instance alone, so that is asked. */
    private static boolean deliveries(Database database, Fleet fleet) throws Exception {
        if (database.ports().isEmpty()) {
            return fleet.members().getFirst().process().owes();
        }
        try (Connection connection = database.open();
                var sql = connection.createStatement();
                var row = sql.executeQuery("select count(*) from delivery")) {
            return row.next() && row.getInt(1) > 0;
        }
    }

    /** What waits for its next attempt makes it now; what waits behind another, or for a person, goes on waiting. */
    private static void hurry(Database database) throws Exception {
        try (Connection connection = database.open();
                var sql = connection.createStatement()) {
            sql.executeUpdate("update delivery set due_at = utc_timestamp(6) where due_at > utc_timestamp(6)");
        }
    }

    private List<String> judge(Database database, Fleet fleet, Judge judge, Teller teller) throws Exception {
        List<String> wrong = new ArrayList<>();
        if (teller.open() > 0) {
            wrong.add(teller.open() + " orders of which upstream could not tell");
        }
        if (database.ports().isEmpty()) {
            fleet.close();
        }
        try (Connection connection = database.open()) {
            wrong.addAll(judge.inside(Tables.read(connection)));
        }
        wrong.addAll(judge.outside());
        wrong.addAll(judge.messages());
        return wrong;
    }

    private List<String> report(Database database, int begun, Duration loaded, Instant mended) {
        List<String> lines = new ArrayList<>();
        lines.add("seed " + settings.seed() + " on " + database.name() + ": " + begun + " orders in "
                + loaded.toSeconds() + " s, quiet "
                + Duration.between(mended, Instant.now()).toSeconds() + " s after all was mended");
        lines.add("kills and pauses: " + (ledger.counted("fault: kill") + ledger.counted("fault: pause"))
                + ", other faults: "
                + (ledger.counted("fault: ") - ledger.counted("fault: kill") - ledger.counted("fault: pause"))
                + ", misdeeds: " + ledger.counted("misdeed"));
        lines.add("messages of upstream: " + ledger.news.size() + ", calls at upstream: " + ledger.asked.size()
                + ", messages to merchants: " + ledger.arrived.size());
        ledger.counts().forEach((what, many) -> lines.add("  " + many + " " + what));
        clock.library().ifPresent(_ -> lines.add("the last instance's clock was " + clock.secondsOff() + " s off"));
        clock.misses().forEach(miss -> lines.add("NOT HAD: " + miss));
        database.misses().forEach(miss -> lines.add("NOT HAD: " + miss));
        return lines;
    }
}
