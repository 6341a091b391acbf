package io.quittance.bootstrap.faults;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How long and how wild a run is.
 *
 * @param orders how many there are, unless a time is given
 * @param lasting for how long new orders are sent; zero if their number counts
 * @param receiversTakeMillis how long a receiver thinks at most before it acknowledges
 * @param clockOff by how many seconds the clock of the last instance is off, where that can be had
 * @param hurried whether an operator arms at once, when all is mended, what waits for its next attempt
 * @param healsWithin how long it may take, after everything is mended, until nothing is owed any more
 */
record RunSettings(
        long seed,
        int instances,
        Mix mix,
        Faults.Menu menu,
        int orders,
        Duration lasting,
        double perSecond,
        int receiversTakeMillis,
        int clockOff,
        boolean hurried,
        Duration healsWithin,
        Path folder) {
    private static final int SHOPS = 20;
    private static final int PER_SECOND = 8;

    /** So few, and so slow, that always something waits in their lanes. */
    private static final int FEW_SHOPS = 3;

    /** Half of what a request may be old. */
    private static final int BEHIND_SECONDS = -60;

    private static final int THOUGHTFUL_MILLIS = 2_500;

    /** A short run, as the build makes it. @param misdeeds whether upstream and receivers behave ill */
    static RunSettings brief(long seed, int instances, int orders, boolean misdeeds, Path folder) {
        return new RunSettings(
                seed,
                instances,
                new Mix(SHOPS, misdeeds, false),
                Faults.Menu.ALL,
                orders,
                Duration.ZERO,
                PER_SECOND,
                0,
                0,
                true,
                Duration.ofMinutes(8),
                folder);
    }

    /** What the system properties {@code faults.*} say. */
    static RunSettings named(Path folder) {
        Faults.Menu menu = Faults.Menu.valueOf(text("menu", "ALL"));
        boolean pauses = menu == Faults.Menu.PAUSES;
        return new RunSettings(
                Long.getLong("faults.seed", System.nanoTime()),
                Integer.getInteger(
                        "faults.instances", text("database", "mariadb").equals("h2") ? 1 : 3),
                new Mix(
                        Integer.getInteger("faults.shops", pauses ? FEW_SHOPS : SHOPS),
                        menu == Faults.Menu.ALL,
                        pauses),
                menu,
                Integer.getInteger("faults.orders", 0),
                Duration.ofMinutes(Integer.getInteger("faults.minutes", 0)),
                Double.parseDouble(text("rate", Integer.toString(PER_SECOND))),
                Integer.getInteger("faults.receivers", pauses ? THOUGHTFUL_MILLIS : 0),
                Integer.getInteger("faults.clock", menu == Faults.Menu.ALL ? BEHIND_SECONDS : 0),
                Boolean.getBoolean("faults.hurried"),
                Duration.ofMinutes(Integer.getInteger("faults.heals", 20)),
                folder);
    }

    static String text(String name, String otherwise) {
        return System.getProperty("faults." + name, otherwise);
    }
}
