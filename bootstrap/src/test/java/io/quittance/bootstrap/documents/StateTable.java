package io.quittance.bootstrap.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a kind of order makes of each report in each state, as a page shows it: one column for a state, one row for a
 * report. The cells are made by the aggregate itself.
 *
 * @param <A> the aggregate
 */
final class StateTable<A> {
    private final Map<String, A> states;
    private final Function<A, String> name;
    private final StringBuilder lines = new StringBuilder();

    /**
     * @param states an order in each state, by the name of its column
     * @param name what the wire calls the state of an order
     */
    StateTable(Map<String, A> states, Function<A, String> name) {
        this.states = new LinkedHashMap<>(states);
        this.name = name;
        line("report \\ state", this.states.keySet());
        line("---", this.states.keySet().stream().map(_ -> "---").toList());
    }

    /** One row; where several reports are given, all must have the same answer in the same state. */
    <R> StateTable<A> row(String report, Collection<R> reports, BiFunction<A, R, Transition<A, ?>> apply) {
        line(
                report,
                states.values().stream()
                        .map(state -> reports.stream()
                                .map(one -> cell(state, apply.apply(state, one)))
                                .distinct()
                                .collect(Collectors.joining(" or ")))
                        .toList());
        return this;
    }

    private void line(String first, Collection<String> cells) {
        lines.append("| ").append(first);
        cells.forEach(cell -> lines.append(" | ").append(cell));
        lines.append(" |\n");
    }

    private String cell(A before, Transition<A, ?> transition) {
        return switch (transition) {
            case Moved<A, ?>(var next, var events) ->
                (name.apply(next).equals(name.apply(before)) ? "kept" : name.apply(next))
                        + (events.isEmpty() ? ", not announced" : ", announced");
            case Unmoved<A, ?>(var after) -> after.equals(before) ? "nothing" : "noted";
            case Refused<A, ?>(var _, var why) -> "discrepancy: " + why;
        };
    }

    /** Fails unless the page has exactly this table; the message holds it, to be pasted. */
    void isShownOn(String page) {
        Path file = Sources.page(page);
        if (!Sources.text(file).contains("\n\n" + lines + "\n")) {
            fail("docs/" + page + " does not tell what the code does. It does this:\n\n" + lines);
        }
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    /** Fails unless there is a sample of each case of a sealed type, so that a new one must be shown. */
    static void complete(Class<?> sealed, Collection<?> samples) {
        Set<Class<?>> seen = samples.stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.copyOf(List.of(sealed.getPermittedSubclasses())), seen, "cases of " + sealed.getName());
    }

    /** The columns of a table, in this order. */
    @SafeVarargs
    static <T> Map<String, T> columns(Map.Entry<String, T>... columns) {
        Map<String, T> all = new LinkedHashMap<>();
        for (Map.Entry<String, T> column : columns) {
            all.put(column.getKey(), column.getValue());
        }
        return all;
    }
}
