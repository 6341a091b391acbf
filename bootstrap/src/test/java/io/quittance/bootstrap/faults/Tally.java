package io.quittance.bootstrap.faults;

/**
 * A run in figures, as the table of docs/reliability.md has them, so that several can be added up.
 *
 * @param faults that befell it, but for kills, pauses and fail-overs
 * @param wrong what the judge found
 */
record Tally(Run run, int orders, int kills, int pauses, int faults, int failOvers, int misdeeds, int wrong) {
    private static final String KILL = "fault: kill";
    private static final String PAUSE = "fault: pause";
    private static final String FAIL_OVER = "fault: group: primary killed";

    /** Which run. */
    record Run(String database, int instances, long seed) {}

    static Tally of(Run run, int orders, Ledger ledger, int wrong) {
        int kills = ledger.counted(KILL);
        int pauses = ledger.counted(PAUSE);
        int failOvers = ledger.counted(FAIL_OVER);
        int others = ledger.counted("fault: ") - kills - pauses - failOvers;
        return new Tally(run, orders, kills, pauses, others, failOvers, ledger.counted("misdeed"), wrong);
    }

    /** One line of that table. */
    String row() {
        return "| %s, %d | %d | %d | %d | %d | %d | %d | %d | %d |"
                .formatted(
                        run.database(),
                        run.instances(),
                        run.seed(),
                        orders,
                        kills,
                        pauses,
                        faults,
                        failOvers,
                        misdeeds,
                        wrong);
    }
}
