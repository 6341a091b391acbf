package io.quittance.bootstrap.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** How long who waited, under several conditions that take turns; told as ratios to the first one. */
final class Delays {
    private static final double MILLIS = 1e6;

    private final Map<String, Callable<List<Long>>> conditions = new LinkedHashMap<>();
    private final Map<String, List<List<Long>>> rounds = new LinkedHashMap<>();

    /** @param waits makes them wait under that condition, and tells how long each did, in nanoseconds and in any order */
    Delays measure(String condition, Callable<List<Long>> waits) {
        conditions.put(condition, waits);
        return this;
    }

    /** Over all rounds together, but for a first one that warms up; and of the ratios of single rounds the least and the most. */
    void print(int counted) throws Exception {
        for (int round = 0; round <= counted; round++) {
            for (Map.Entry<String, Callable<List<Long>>> one : conditions.entrySet()) {
                List<Long> waits = one.getValue().call();
                if (round > 0) {
                    rounds.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(waits);
                }
            }
        }
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
