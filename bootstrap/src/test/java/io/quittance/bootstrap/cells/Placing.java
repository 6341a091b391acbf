package io.quittance.bootstrap.cells;

import io.quittance.bootstrap.cells.Population.Merchant;
import java.util.Comparator;
import java.util.Map;

/** How a directory chooses the cell of a merchant. */
@FunctionalInterface
interface Placing {
    /** @param loads what each cell that may be chosen has by now */
    int choose(Merchant merchant, Map<Integer, Double> loads);

    /** By calculation alone: each pair of merchant and cell has a score, the highest wins. Nothing is known of volumes. */
    static Placing rendezvous(long seed) {
        return (merchant, loads) -> loads.keySet().stream()
                .max(Comparator.comparingLong(cell -> score(seed, merchant.rank(), cell)))
                .orElseThrow();
    }

    /**
     * Where there is least by now. What the others have was measured; what the new one will bring need not be known, so it may be
     * a merchant of any size.
     */
    static Placing leastLoaded() {
        return (_, loads) -> loads.entrySet().stream()
                .min(Map.Entry.<Integer, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    /** The finalizer of SplitMix64, twice. */
    private static long score(long seed, int merchant, int cell) {
        return mixed(mixed(seed + merchant * 0x9E3779B97F4A7C15L) ^ cell * 0xD1B54A32D192ED03L);
    }

    private static long mixed(long bits) {
        long first = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ first >>> 27) * 0x94D049BB133111EBL;
        return second ^ second >>> 31;
    }
}
