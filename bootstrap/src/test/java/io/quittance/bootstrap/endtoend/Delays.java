package io.quittance.bootstrap.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long who waited, under several conditions that take turns; told as ratios to the first one. */
final class Delays {
    private static final double MILLIS = 1e6;

    private final Map<String, List<List<Long>>> rounds = new LinkedHashMap<>();

    /** @param waits in nanoseconds, in any order */
    void add(String condition, List<Long> waits) {
        rounds.computeIfAbsent(condition, _ -> new ArrayList<>()).add(waits);
    }

    /** Over all rounds together; and for the ratios of single rounds, the least and the most. */
    void print() {
        System.out.println("| | waits | half, ms | 99 of 100, ms | ratio of the half: all (least to most)"
                + " | ratio of the 99 of 100: all (least to most) |\n|---|---|---|---|---|---|");
        List<List<Long>> first = rounds.values().iterator().next();
        rounds.forEach((condition, waits) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %s | %s |%n",
                condition,
                all(waits).size(),
                part(all(waits), 50) / MILLIS,
                part(all(waits), 99) / MILLIS,
                ratios(waits, first, 50),
                ratios(waits, first, 99)));
    }

    private static String ratios(List<List<Long>> waits, List<List<Long>> first, int percent) {
        List<Double> each = new ArrayList<>();
        for (int round = 0; round < waits.size(); round++) {
            each.add(part(waits.get(round), percent) / part(first.get(round), percent));
        }
        each.sort(Double::compare);
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                part(all(waits), percent) / part(all(first), percent),
                each.getFirst(),
                each.getLast());
    }

    private static List<Long> all(List<List<Long>> waits) {
        return waits.stream().flatMap(List::stream).toList();
    }

    private static double part(List<Long> waits, int percent) {
        List<Long> sorted = waits.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
