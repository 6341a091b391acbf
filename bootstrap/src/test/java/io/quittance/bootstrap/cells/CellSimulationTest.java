package io.quittance.bootstrap.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.cells.Population.Merchant;
import io.quittance.bootstrap.documents.Sources;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of docs/scaling.md, and what makes it believable. */
@DisplayName("The simulation of cells")
class CellSimulationTest {
    private static final int MERCHANTS = 500;
    private static final int CELLS = 10;
    private static final double ROUNDING = 1e-9;

    @Test
    void prints_the_table_of_the_page() {
        String page = Sources.pages().stream()
                .filter(file -> file.endsWith("scaling.md"))
                .map(Sources::text)
                .collect(Collectors.joining());

        assertEquals(
                List.of(),
                CellSimulation.documented().table().stream()
                        .filter(line -> !page.contains(line))
                        .toList());
    }

    @Test
    @EnabledIfSystemProperty(named = "cells.seed", matches = "-?\\d+")
    void prints_the_table_of_any_seed() {
        CellSimulation simulation = new CellSimulation(
                Long.getLong("cells.seed"),
                Integer.getInteger("cells.merchants", 10_000),
                Integer.getInteger("cells.cells", 100));

        System.out.println(simulation);
        simulation.table().forEach(System.out::println);
    }

    @Test
    void says_the_same_for_the_same_seed_and_other_things_for_another() {
        List<String> table = new CellSimulation(7, MERCHANTS, CELLS).table();

        assertEquals(table, new CellSimulation(7, MERCHANTS, CELLS).table());
        assertNotEquals(table, new CellSimulation(8, MERCHANTS, CELLS).table());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keeps_each_merchant_in_one_cell_whatever_is_done(long seed) {
        Population population = population(seed, 0.8);
        for (Placing placing : placings(seed)) {
            Cells cells = Cells.of(CELLS, population, placing);
            assertNobodyIsMissing(population, cells);
            cells.even(1.1);
            assertNobodyIsMissing(population, cells);
            cells.lose(3, placing);
            assertNobodyIsMissing(population, cells);
            assertEquals(List.of(), cells.in(3));
            cells.addByDirectory();
            assertNobodyIsMissing(population, cells);
            cells.addByCalculation(Placing.rendezvous(seed));
            assertNobodyIsMissing(population, cells);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void moves_nobody_whose_cell_was_not_lost(long seed) {
        for (Placing placing : placings(seed)) {
            Cells cells = Cells.of(CELLS, population(seed, 1.0), placing);
            Map<Merchant, Integer> before = cells.directory();
            Set<Merchant> there = Set.copyOf(cells.in(4));

            List<Merchant> moved = cells.lose(4, placing);

            assertEquals(there, Set.copyOf(moved));
            assertEquals(there, changed(before, cells.directory()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void moves_only_into_the_cell_that_was_added(long seed) {
        Placing placing = Placing.rendezvous(seed);
        Population population = population(seed, 0.6);
        Cells calculated = Cells.of(CELLS, population, placing);
        Cells directed = Cells.of(CELLS, population, Placing.leastLoaded());
        Map<Merchant, Integer> calculatedBefore = calculated.directory();
        Map<Merchant, Integer> directedBefore = directed.directory();

        Set<Merchant> byCalculation = Set.copyOf(calculated.addByCalculation(placing));
        Set<Merchant> byDirectory = Set.copyOf(directed.addByDirectory());

        assertEquals(byCalculation, Set.copyOf(calculated.in(CELLS)));
        assertEquals(byCalculation, changed(calculatedBefore, calculated.directory()));
        assertEquals(byDirectory, Set.copyOf(directed.in(CELLS)));
        assertEquals(byDirectory, changed(directedBefore, directed.directory()));
        assertTrue(directed.loads().get(CELLS) <= directed.mean() + ROUNDING);
        assertEquals(
                calculated.directory(),
                Cells.of(CELLS + 1, population, placing).directory(),
                "as if it had been there");
    }

    /** Whoever is put where there is least comes on top of no more than the average. */
    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.8, 1.0})
    void fills_no_cell_above_the_average_and_one_merchant_where_it_places_by_load(double exponent) {
        for (long seed = 0; seed < 20; seed++) {
            Population population = population(seed, exponent);
            Cells cells = Cells.of(CELLS, population, Placing.leastLoaded());
            assertTrue(cells.max() <= 1 + population.largest() + ROUNDING, "seed " + seed + ": " + cells.max());

            double before = cells.max();
            cells.lose(cells.fullest(), Placing.leastLoaded());
            assertTrue(
                    cells.max() <= Math.max(before, cells.mean() + population.largest()) + ROUNDING,
                    "seed " + seed + ": " + before + ", then " + cells.max());
        }
    }

    @Test
    void makes_no_cell_fuller_than_allowed_by_moving() {
        for (long seed = 0; seed < 20; seed++) {
            Cells cells = Cells.of(CELLS, population(seed, 0.6), Placing.rendezvous(seed));
            Set<Integer> full = above(1.1, cells);

            Set<Integer> fullThen = above(1.1, moved(cells));

            assertTrue(full.containsAll(fullThen), "seed " + seed + ": " + full + ", then " + fullThen);
            assertTrue(fullThen.size() < full.size(), "seed " + seed + ": " + full + ", then " + fullThen);
        }
    }

    @Test
    void gives_volumes_by_zipfs_law_that_make_one_for_each_cell() {
        Population population = population(1, 1.0);
        Map<Integer, Double> volumes =
                population.merchants().stream().collect(Collectors.toMap(Merchant::rank, Merchant::volume));

        assertEquals(
                CELLS, volumes.values().stream().mapToDouble(volume -> volume).sum(), ROUNDING);
        assertEquals(volumes.get(1), 7 * volumes.get(7), ROUNDING);
        assertEquals(MERCHANTS, volumes.size());
    }

    private static Cells moved(Cells cells) {
        cells.even(1.1);
        return cells;
    }

    private static Set<Integer> above(double most, Cells cells) {
        return cells.loads().entrySet().stream()
                .filter(entry -> entry.getValue() > most + ROUNDING)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<Placing> placings(long seed) {
        return List.of(Placing.rendezvous(seed), Placing.leastLoaded());
    }

    private static Population population(long seed, double exponent) {
        return Population.zipf(MERCHANTS, exponent, CELLS, new Random(seed));
    }

    private static Set<Merchant> changed(Map<Merchant, Integer> before, Map<Merchant, Integer> after) {
        return before.keySet().stream()
                .filter(merchant -> !before.get(merchant).equals(after.get(merchant)))
                .collect(Collectors.toSet());
    }

    private static void assertNobodyIsMissing(Population population, Cells cells) {
        assertEquals(new HashSet<>(population.merchants()), cells.directory().keySet());
        cells.loads()
                .forEach((cell, load) -> assertEquals(
                        cells.in(cell).stream().mapToDouble(Merchant::volume).sum(), load, ROUNDING, "cell " + cell));
        assertEquals(
                population.merchants().size(),
                cells.loads().keySet().stream()
                        .flatMap(cell -> Stream.of(cells.in(cell).size()))
                        .mapToInt(count -> count)
                        .sum());
    }
}
