package io.quittance.bootstrap.faults;

/**
 * Something that goes wrong for a while.
 *
 * @param name by which it is counted
 * @param weight how likely it is among others
 * @param shortest and longest, in milliseconds, how long it lasts
 */
record Misfortune(String name, int weight, int shortest, int longest, Step begin, Step end) implements Dice.Weighed {
    /** One half of it. */
    @FunctionalInterface
    interface Step {
        void take() throws Exception;
    }

    Misfortune {
        if (longest <= shortest) {
            throw new IllegalArgumentException(name + ": " + shortest + " to " + longest);
        }
    }

    /** One that is over as soon as it has happened. */
    static Misfortune atOnce(String name, int weight, Step step) {
        return new Misfortune(name, weight, 0, 1, step, () -> {});
    }
}
