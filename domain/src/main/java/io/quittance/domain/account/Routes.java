package io.quittance.domain.account;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A merchant's rules for which of its accounts a new order takes. Of the rules that fit the most specific counts: one
 * that names the service before one that does not, then one that names the currency, then one that names the country. As
 * no two have the same conditions, at most one counts.
 *
 * @param rules the most specific first
 */
public record Routes(List<Route> rules) {
    private static final Comparator<Route> SPECIFIC =
            Comparator.comparingInt(route -> route.when().weight());

    private static final Comparator<Route> SHOWN =
            SPECIFIC.reversed().thenComparing(route -> route.when().toString());

    public static final Routes NONE = new Routes(List.of());

    /** @throws IllegalArgumentException if two rules have the same conditions */
    public Routes {
        if (rules.stream().map(Route::when).distinct().count() != rules.size()) {
            throw new IllegalArgumentException("routes: " + rules + " (expected: each condition once)");
        }
        rules = rules.stream().sorted(SHOWN).toList();
    }

    /** The account that a rule names for that order; empty if no rule fits. */
    public Optional<AccountId> pick(Route.Order order) {
        return rules.stream()
                .filter(route -> route.when().fits(order))
                .max(SPECIFIC)
                .map(Route::account);
    }

    /** The same with that rule, instead of the one with the same conditions if there is one. */
    public Routes with(Route rule) {
        return new Routes(Stream.concat(without(rule.when()).rules.stream(), Stream.of(rule))
                .toList());
    }

    /** The same without the rule of these conditions. */
    public Routes without(Route.When when) {
        return new Routes(
                rules.stream().filter(rule -> !rule.when().equals(when)).toList());
    }
}
