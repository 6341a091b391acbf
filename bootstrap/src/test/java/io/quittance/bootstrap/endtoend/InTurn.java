package io.quittance.bootstrap.endtoend;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Measures several things in turn, again and again, and tells them as ratios to the first one of the same round: the machine
 * changes its speed, the ratios hardly.
 */
final class InTurn {
    private final Map<String, Callable<Double>> things = new LinkedHashMap<>();

    InTurn measure(String name, Callable<Double> perSecond) {
        things.put(name, perSecond);
        return this;
    }

    void print(String title, int rounds) throws Exception {
        Map<String, double[]> measured = new LinkedHashMap<>();
        things.keySet().forEach(name -> measured.put(name, new double[rounds]));
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Callable<Double>> thing : things.entrySet()) {
                measured.get(thing.getKey())[round] = thing.getValue().call();
            }
        }
        System.out.println("| " + title + " | median | ratio to the first: least / median / most |\n|---|---|---|");
        double[] first = measured.values().iterator().next();
        measured.forEach((name, values) -> {
            double[] ratios = new double[rounds];
            Arrays.setAll(ratios, round -> values[round] / first[round]);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.2f / %.2f / %.2f |%n",
                    name,
                    median(values),
                    Arrays.stream(ratios).min().orElseThrow(),
                    median(ratios),
                    Arrays.stream(ratios).max().orElseThrow());
        });
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
