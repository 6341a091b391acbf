package io.quittance.bootstrap.cells;

import io.quittance.bootstrap.cells.Population.Merchant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Many merchants in many cells, and what is felt when one cell is lost or one is added. All chance comes from the seed, so the
 * same seed prints the same.
 */
record CellSimulation(long seed, int merchants, int cells) {
    static final double[] EXPONENTS = {0.6, 0.8, 1.0};

    /** With the seed of docs/scaling.md. */
    static CellSimulation documented() {
        return new CellSimulation(42, 10_000, 100);
    }

    /** From this on, in averages of a cell, a merchant has a cell of its own where large ones are kept apart. */
    static final double LARGE = 0.5;

    /** How much above the average a cell may be before merchants are moved out of it. */
    private static final double UNEVEN = 1.1;

    /**
     * What came of one way of placing. Loads are in averages of a cell that merchants share.
     *
     * @param apart how many merchants have a cell of their own
     * @param evening how many merchants were moved, once all had come, as their cells had become too full
     * @param fullest load of the fullest cell
     * @param merchants hundredths of all merchants that are in one cell
     * @param volume hundredths of all volume that are in one cell
     */
    record Found(int apart, int evening, double fullest, Share merchants, Share volume, Loss loss, Moved added) {}

    /** On average over the shared cells, and in that which has most. */
    record Share(double average, double most) {}

    /**
     * The fullest cell is lost, and its merchants are moved to the others, the largest first.
     *
     * @param half how many were moved when half of its volume was
     * @param all how many there were
     * @param fullest load of the fullest cell after that
     */
    record Loss(int half, int all, double fullest) {}

    /** What moves when a cell is added. @param volume in hundredths of all. @param fullest load of the fullest cell then */
    record Moved(int merchants, double volume, double fullest) {}

    Population population(double exponent) {
        return Population.zipf(merchants, exponent, cells, new Random(seed));
    }

    Found rendezvous(double exponent) {
        Placing placing = Placing.rendezvous(seed);
        Cells placed = Cells.of(cells, population(exponent), placing);
        Cells larger = placed.copy();
        return found(placed, placing, 0, moved(larger.addByCalculation(placing), larger, placed.mean()));
    }

    Found leastLoaded(double exponent) {
        Cells placed = Cells.of(cells, population(exponent), Placing.leastLoaded());
        return found(placed, Placing.leastLoaded(), 0, addedByDirectory(placed));
    }

    /** Large merchants have cells of their own; the others share what is left, and are moved where that became uneven. */
    Found largeApart(double exponent) {
        Population others = new Population(population(exponent).merchants().stream()
                .filter(merchant -> merchant.volume() < LARGE)
                .toList());
        int large = merchants - others.merchants().size();
        Cells placed = Cells.of(cells - large, others, Placing.leastLoaded());
        int evening = placed.even(UNEVEN * placed.mean()).size();
        return found(placed, Placing.leastLoaded(), evening, addedByDirectory(placed));
    }

    private Moved addedByDirectory(Cells placed) {
        Cells larger = placed.copy();
        return moved(larger.addByDirectory(), larger, placed.mean());
    }

    private Moved moved(List<Merchant> moved, Cells then, double mean) {
        return new Moved(moved.size(), hundredths(volume(moved)), then.max() / mean);
    }

    private Found found(Cells placed, Placing placing, int evening, Moved added) {
        List<Double> there = new ArrayList<>();
        List<Double> volume = new ArrayList<>();
        placed.loads().forEach((cell, load) -> {
            there.add(100.0 * placed.in(cell).size() / merchants);
            volume.add(hundredths(load));
        });
        return new Found(
                cells - placed.loads().size(),
                evening,
                placed.max() / placed.mean(),
                share(there),
                share(volume),
                loss(placed, placing),
                added);
    }

    private static Loss loss(Cells placed, Placing placing) {
        Cells after = placed.copy();
        List<Merchant> moved = after.lose(placed.fullest(), placing);
        double all = volume(moved);
        double sum = 0;
        int half = 0;
        while (sum < all / 2) {
            sum += moved.get(half++).volume();
        }
        return new Loss(half, moved.size(), after.max() / placed.mean());
    }

    private static Share share(List<Double> of) {
        return new Share(
                of.stream().mapToDouble(part -> part).average().orElse(0),
                of.stream().mapToDouble(part -> part).max().orElse(0));
    }

    private double hundredths(double volume) {
        return 100 * volume / cells;
    }

    private static double volume(List<Merchant> merchants) {
        return merchants.stream().mapToDouble(Merchant::volume).sum();
    }

    /** As it stands in docs/scaling.md. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("| exponent | largest merchant | placing | fullest cell | merchants in a cell, average / most |"
                + " volume in a cell, average / most | its loss: moved for half / all of its volume | fullest then |"
                + " moved for one cell more | fullest then |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        for (double exponent : EXPONENTS) {
            double largest = population(exponent).largest();
            lines.add(row(exponent, largest, "rendezvous", rendezvous(exponent)));
            lines.add(row(exponent, largest, "least loaded", leastLoaded(exponent)));
            Found apart = largeApart(exponent);
            String placing = "large apart (" + apart.apart() + "), " + apart.evening() + " moved";
            lines.add(row(exponent, largest, placing, apart));
        }
        return lines;
    }

    private static String row(double exponent, double largest, String placing, Found found) {
        return String.format(
                Locale.ROOT,
                "| %.1f | %.2f | %s | %.2f | %.2f %% / %.2f %% | %.2f %% / %.2f %% | %d / %d | %.2f | %d, %.2f %% of"
                        + " volume | %.2f |",
                exponent,
                largest,
                placing,
                found.fullest(),
                found.merchants().average(),
                found.merchants().most(),
                found.volume().average(),
                found.volume().most(),
                found.loss().half(),
                found.loss().all(),
                found.loss().fullest(),
                found.added().merchants(),
                found.added().volume(),
                found.added().fullest());
    }
}
