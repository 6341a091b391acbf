package io.quittance.application.retention;

import io.quittance.application.journal.ObjectRef.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one run has let go.
 *
 * @param orders how many of each kind
 * @param stayed how many old ones stay, as something about them is still open or owed
 * @param simulated how many the simulator has forgotten
 * @param months stories that were dropped whole
 */
public record Forgotten(Map<Kind, Long> orders, long stayed, long simulated, List<String> months) {
    public Forgotten {
        orders = Map.copyOf(orders);
        months = List.copyOf(months);
    }

    public boolean nothing() {
        return orders.isEmpty() && simulated == 0 && months.isEmpty();
    }

    /** One line for a person. */
    @Override
    public String toString() {
        String each = new EnumMap<>(orders.isEmpty() ? Map.of(Kind.RELAY, 0L) : orders)
                .entrySet().stream()
                        .map(one -> one.getValue() + " "
                                + one.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
        return each + ", " + simulated + " simulated; months dropped whole: "
                + (months.isEmpty() ? "none" : String.join(", ", months)) + "; old and kept, as still open or owed: "
                + stayed;
    }
}
