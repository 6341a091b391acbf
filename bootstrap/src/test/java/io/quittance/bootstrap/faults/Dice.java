package io.quittance.bootstrap.faults;

import java.util.SplittableRandom;

/**
 * Every choice of a run: thrown for a thing by its name, never for a moment, so that the same seed chooses the same however
 * the machine's threads run.
 */
record Dice(long seed) {
    /** The choices about one thing, in their order. */
    SplittableRandom about(Object... names) {
        long mixed = seed;
        for (Object name : names) {
            String text = name.toString();
            for (int i = 0; i < text.length(); i++) {
                mixed = (mixed ^ text.charAt(i)) * 0x100000001B3L;
            }
            mixed = Long.rotateLeft(mixed, 17) * 0x9E3779B97F4A7C15L;
        }
        return new SplittableRandom(mixed);
    }

    /** One of several, the likelier the larger its weight. */
    static <T extends Weighed> T one(SplittableRandom random, T[] choices) {
        int sum = 0;
        for (T choice : choices) {
            sum += choice.weight();
        }
        int left = random.nextInt(sum);
        for (T choice : choices) {
            left -= choice.weight();
            if (left < 0) {
                return choice;
            }
        }
        throw new IllegalStateException("weights without a sum");
    }

    /** What may be chosen, and how likely. */
    interface Weighed {
        int weight();
    }
}
