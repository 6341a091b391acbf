package io.quittance.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.account.Route.Order;
import io.quittance.domain.account.Route.When;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Whatever the routes and the order")
class RoutesPropertiesTest {
    private static Arbitrary<Optional<Currency>> currencies() {
        return Arbitraries.of(Optional.empty(), Currency.of("EUR"), Currency.of("USD"));
    }

    private static Arbitrary<Optional<Country>> countries() {
        return Arbitraries.of(Optional.empty(), Country.of("DE"), Country.of("ID"));
    }

    @Provide
    Arbitrary<Order> orders() {
        return Combinators.combine(Arbitraries.of(Service.class), currencies(), countries())
                .as((service, currency, country) -> new Order(
                        service,
                        currency.filter(_ -> service.namesCurrency()),
                        country.filter(_ -> service.namesCountry())));
    }

    @Provide
    Arbitrary<List<Route>> rules() {
        Arbitrary<When> when = Combinators.combine(Arbitraries.of(Service.class).optional(), currencies(), countries())
                .as(When::new);
        return Combinators.combine(when, Arbitraries.longs().between(1, 99).map(AccountId::new))
                .as(Route::new)
                .list()
                .ofMaxSize(12)
                .uniqueElements(Route::when);
    }

    @Property(tries = 1000)
    @Label("the account is that of a rule that fits, and no other that fits is more specific")
    void the_most_specific_rule_that_fits(@ForAll("rules") List<Route> rules, @ForAll("orders") Order order) {
        List<Route> fitting =
                rules.stream().filter(rule -> rule.when().fits(order)).toList();

        Optional<AccountId> picked = new Routes(rules).pick(order);

        assertEquals(fitting.isEmpty(), picked.isEmpty());
        Optional<Route> best = fitting.stream()
                .filter(one -> fitting.stream()
                        .allMatch(other -> other.equals(one)
                                || other.when().weight() < one.when().weight()))
                .findFirst();
        assertEquals(picked, best.map(Route::account));
    }

    @Property(tries = 200)
    @Label("the order in which the rules were made does not count")
    void the_order_of_the_rules(
            @ForAll("rules") List<Route> rules, @ForAll("orders") Order order, @ForAll Random random) {
        List<Route> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, random);

        assertEquals(new Routes(rules), new Routes(shuffled));
        assertEquals(new Routes(rules).pick(order), new Routes(shuffled).pick(order));
    }

    @Property(tries = 200)
    @Label("with a default there is always an account")
    void total_with_a_default(@ForAll("rules") List<Route> rules, @ForAll("orders") Order order) {
        Routes routes = new Routes(rules).with(new Route(When.ANY, new AccountId(100)));

        assertTrue(routes.pick(order).isPresent());
    }
}
