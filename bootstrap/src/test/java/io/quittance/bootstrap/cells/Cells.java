package io.quittance.bootstrap.cells;

import io.quittance.bootstrap.cells.Population.Merchant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which merchant is in which cell, as a directory knows it. Changed only by what it says it does. */
final class Cells {
    private final Map<Merchant, Integer> directory;
    private final SortedMap<Integer, Double> loads;

    private Cells(Map<Merchant, Integer> directory, SortedMap<Integer, Double> loads) {
        this.directory = new LinkedHashMap<>(directory);
        this.loads = new TreeMap<>(loads);
    }

    static Cells of(int count, Population population, Placing placing) {
        SortedMap<Integer, Double> empty = new TreeMap<>();
        for (int cell = 0; cell < count; cell++) {
            empty.put(cell, 0.0);
        }
        Cells cells = new Cells(Map.of(), empty);
        population.merchants().forEach(merchant -> cells.put(merchant, placing.choose(merchant, cells.loads)));
        return cells;
    }

    Cells copy() {
        return new Cells(directory, loads);
    }

    Map<Merchant, Integer> directory() {
        return Map.copyOf(directory);
    }

    Map<Integer, Double> loads() {
        return Map.copyOf(loads);
    }

    List<Merchant> in(int cell) {
        return directory.entrySet().stream()
                .filter(entry -> entry.getValue() == cell)
                .map(Map.Entry::getKey)
                .toList();
    }

    double max() {
        return loads.values().stream().mapToDouble(load -> load).max().orElse(0);
    }

    int fullest() {
        return loads.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    double mean() {
        return loads.values().stream().mapToDouble(load -> load).average().orElse(0);
    }

    /** The cell is no more; its merchants go to the others, the largest first. @return who moved, in that order */
    List<Merchant> lose(int cell, Placing placing) {
        List<Merchant> homeless = in(cell).stream()
                .sorted(Comparator.comparingDouble(Merchant::volume).reversed())
                .toList();
        homeless.forEach(directory::remove);
        loads.remove(cell);
        homeless.forEach(merchant -> put(merchant, placing.choose(merchant, loads)));
        return homeless;
    }

    /** One more cell, and whoever would be in it had it been there before moves into it. @return who moved */
    List<Merchant> addByCalculation(Placing placing) {
        int added = loads.lastKey() + 1;
        loads.put(added, 0.0);
        List<Merchant> moving = directory.keySet().stream()
                .filter(merchant -> placing.choose(merchant, loads) == added)
                .toList();
        moving.forEach(merchant -> move(merchant, added));
        return moving;
    }

    /** One more cell, filled to the average from those that have most. @return who moved */
    List<Merchant> addByDirectory() {
        int added = loads.lastKey() + 1;
        loads.put(added, 0.0);
        double room = mean();
        List<Merchant> moved = new ArrayList<>();
        while (true) {
            double left = room - loads.get(added);
            Optional<Merchant> next = fittingOfFullest(left, added);
            if (next.isEmpty()) {
                return moved;
            }
            move(next.get(), added);
            moved.add(next.get());
        }
    }

    /**
     * Moves single merchants out of cells above that load into the emptiest, as long as that makes the fuller of the two
     * emptier. @return who moved
     */
    List<Merchant> even(double most) {
        List<Merchant> moved = new ArrayList<>();
        for (int cell : List.copyOf(loads.keySet())) {
            while (loads.get(cell) > most) {
                int emptiest = Placing.leastLoaded().choose(new Merchant(0, 0), loads);
                double gap = loads.get(cell) - loads.get(emptiest);
                Optional<Merchant> next = largestBelow(in(cell), Math.min(gap, most - loads.get(emptiest)));
                if (next.isEmpty() || in(cell).size() == 1) {
                    break;
                }
                move(next.get(), emptiest);
                moved.add(next.get());
            }
        }
        return moved;
    }

    private Optional<Merchant> fittingOfFullest(double left, int except) {
        return loads.entrySet().stream()
                .filter(entry -> entry.getKey() != except)
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
                .map(entry -> largestBelow(in(entry.getKey()), left))
                .flatMap(Optional::stream)
                .filter(merchant -> merchant.volume() > left / 20)
                .findFirst();
    }

    private static Optional<Merchant> largestBelow(Collection<Merchant> merchants, double most) {
        return merchants.stream()
                .filter(merchant -> merchant.volume() < most)
                .max(Comparator.comparingDouble(Merchant::volume));
    }

    private void put(Merchant merchant, int cell) {
        directory.put(merchant, cell);
        loads.merge(cell, merchant.volume(), Double::sum);
    }

    private void move(Merchant merchant, int cell) {
        loads.merge(directory.get(merchant), -merchant.volume(), Double::sum);
        put(merchant, cell);
    }
}
