package io.quittance.bootstrap.management;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongBinaryOperator;
import java.util.function.Supplier;

/**
 * Numbers that operators look at and that must be looked up in the database; {@link Surveys} does it now and then and keeps
 * them. To show others, register another bean of this type.
 *
 * @param name as the metrics call it, with dots
 * @param label by what there are several, if there are
 * @param look by the value of that label; one number of any key where there is none
 */
public record Survey(
        String name, String description, Optional<String> label, Supplier<Map<String, ? extends Number>> look) {
    /** How many values of a label are shown: those with the most. */
    static final int SHOWN = 20;

    /** The label of all together, those that are not shown too. */
    static final String ALL = "all";

    public Survey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(look, "look");
    }

    /** One number. */
    public static Survey of(String name, String description, Supplier<? extends Number> number) {
        return new Survey(name, description, Optional.empty(), () -> Map.of("", number.get()));
    }

    /**
     * One for each lane of a queue: the twenty highest, and all together as {@code all}.
     *
     * @param together what all are of two, as their sum
     */
    public static Survey byLane(
            String name, String description, LongBinaryOperator together, Supplier<Map<String, Long>> numbers) {
        return new Survey(name, description, Optional.of("lane"), () -> most(numbers.get(), together));
    }

    private static Map<String, Long> most(Map<String, Long> counts, LongBinaryOperator together) {
        Map<String, Long> most = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
        most.put(ALL, counts.values().stream().mapToLong(Long::longValue).reduce(0, together));
        return most;
    }
}
