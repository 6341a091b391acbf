package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.endtoend.GatewayProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/**
 * What befalls a run, as the seed has it: four streams of misfortunes side by side, to processes by kill, to processes by
 * pause, to the database as a whole, and to lines and endpoints. Within a stream one ends before the next begins.
 */
final class Faults {
    private static final int STARTS_WITHIN_SECONDS = 90;

    private final Dice dice;
    private final Ledger ledger;
    private final List<Stream> streams = new ArrayList<>();
    private volatile boolean over;
    private CountDownLatch ended = new CountDownLatch(0);

    /**
     * Misfortunes that come one after the other.
     *
     * @param shortest and longest, in milliseconds, the peace between two
     */
    private record Stream(String name, List<Misfortune> menu, int shortest, int longest) {}

    /** How much is to befall it. */
    enum Menu {
        /** Nothing. */
        CALM,
        /** Everything. */
        ALL,
        /** Pauses of 1 to 20 s and nothing else. */
        PAUSES
    }

    Faults(Dice dice, Ledger ledger) {
        this.dice = dice;
        this.ledger = ledger;
    }

    /** Writes the menus; a stream without any is none. */
    void against(Menu menu, Fleet fleet, Database database, List<Shop> shops) {
        if (menu == Menu.PAUSES) {
            add("pauses", pauses(fleet, 1_000, 20_000), 500, 3_000);
        }
        if (menu == Menu.ALL) {
            add("kills", kills(fleet), 300, 3_000);
            add("pauses", pauses(fleet, 6_500, 9_500), 500, 3_000);
            add("database", database.misfortunes(), 4_000, 12_000);
            add("lines", lines(fleet, shops), 50, 900);
        }
    }

    private void add(String name, List<Misfortune> menu, int shortest, int longest) {
        if (!menu.isEmpty()) {
            streams.add(new Stream(name, menu, shortest, longest));
        }
    }

    private static List<Misfortune> kills(Fleet fleet) {
        return fleet.members().stream()
                .map(Fleet.Member::process)
                .map(process -> new Misfortune("kill", 1, 100, 2_000, () -> kill(process), () -> launch(process)))
                .toList();
    }

    private static void kill(GatewayProcess process) {
        synchronized (process) {
            process.kill();
        }
    }

    /** And waits for it, but not for ever: whoever is killed before it has started takes nothing in. */
    private static void launch(GatewayProcess process) throws Exception {
        synchronized (process) {
            if (!process.alive()) {
                process.launch();
            }
        }
        for (int i = 0; i < STARTS_WITHIN_SECONDS && !process.ready(); i++) {
            Thread.sleep(1_000);
        }
    }

    private static List<Misfortune> pauses(Fleet fleet, int shortest, int longest) {
        return fleet.members().stream()
                .map(Fleet.Member::process)
                .map(process -> new Misfortune(
                        "pause", 1, shortest, longest, () -> pause(process), () -> process.signal("CONT")))
                .toList();
    }

    /** Not while it starts: on a busy machine it would be paused for most of that, and killed before it is up, for ever. */
    private static void pause(GatewayProcess process) throws Exception {
        if (process.up()) {
            process.signal("STOP");
        }
    }

    private static List<Misfortune> lines(Fleet fleet, List<Shop> shops) {
        List<Misfortune> all = new ArrayList<>();
        for (Fleet.Member member : fleet.members()) {
            for (Line line : member.toDatabase()) {
                all.addAll(line("database", 2, line, 9_000));
                all.add(new Misfortune(
                        "line to the database: commits lost", 6, 200, 1_200, () -> line.loseCommits(2), line::mend));
            }
            all.addAll(line("upstream", 2, member.toUpstream(), 4_000));
            all.addAll(line("instance", 2, member.front(), 4_000));
        }
        for (Shop shop : shops) {
            all.addAll(line("receiver", 1, shop.line(), 4_000));
            all.add(new Misfortune(
                    "receiver: hangs for a while",
                    1,
                    1_000,
                    8_000,
                    () -> shop.receiver().sick(true),
                    () -> shop.receiver().sick(false)));
        }
        return all;
    }

    private static List<Misfortune> line(String whereTo, int weight, Line line, int longest) {
        String name = "line to the " + whereTo + ": ";
        return List.of(
                new Misfortune(name + "cut", weight, 100, 2_500, line::cut, line::mend),
                new Misfortune(
                        name + "delayed", weight, 200, 2_000, () -> line.delay(Duration.ofMillis(150)), line::mend),
                new Misfortune(name + "swallowing", weight, 200, longest, line::swallow, line::mend),
                Misfortune.atOnce(name + "reset", 3 * weight, line::reset));
    }

    /** Lets them come. */
    void begin() {
        ended = new CountDownLatch(streams.size());
        for (Stream stream : streams) {
            Thread.ofVirtual().start(() -> {
                try {
                    befall(stream, dice.about("stream", stream.name()));
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                } finally {
                    ended.countDown();
                }
            });
        }
    }

    private void befall(Stream stream, SplittableRandom random) throws InterruptedException {
        Misfortune[] menu = stream.menu().toArray(Misfortune[]::new);
        while (!over) {
            Misfortune next = Dice.one(random, menu);
            int lasts = random.nextInt(next.shortest(), next.longest());
            int peace = random.nextInt(stream.shortest(), stream.longest());
            ledger.count("fault: " + next.name());
            take(next, next.begin());
            pause(lasts);
            take(next, next.end());
            pause(peace);
        }
    }

    /** What cannot be begun is told and not judged: the machine's commands are not what is tested. */
    private void take(Misfortune misfortune, Misfortune.Step step) {
        try {
            step.take();
        } catch (Exception | AssertionError e) {
            ledger.count("could not be done: " + misfortune.name());
            System.out.println(misfortune.name() + ": " + e);
        }
    }

    private void pause(int millis) throws InterruptedException {
        for (int left = millis; left > 0 && !over; left -= 100) {
            Thread.sleep(Math.min(left, 100));
        }
    }

    /** Ends what is under way, and nothing new begins. */
    void end() throws InterruptedException {
        over = true;
        ended.await();
    }
}
