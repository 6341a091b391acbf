package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.AppAccounts.RouteForm;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Service;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.text.ProtocolText;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which orders a route is for, in the words of those who set it. */
final class RouteConditions {
    private RouteConditions() {}

    static Route.When read(RouteForm form) {
        return new Route.When(
                form.service().map(RouteConditions::service),
                form.currency()
                        .map(text -> Currency.of(text)
                                .orElseThrow(() -> new Trouble("currency is '" + ProtocolText.excerpt(text)
                                        + "' (expected: a code of ISO 4217, as USD)."))),
                form.country()
                        .map(text -> Country.of(text)
                                .orElseThrow(() -> new Trouble("country is '" + ProtocolText.excerpt(text)
                                        + "' (expected: two capital letters, as ID)."))));
    }

    private static Service service(String text) {
        return Stream.of(Service.values())
                .filter(one -> name(one).equals(text))
                .findFirst()
                .orElseThrow(() -> new Trouble("service is '" + ProtocolText.excerpt(text) + "' (expected: one of "
                        + Stream.of(Service.values()).map(RouteConditions::name).collect(Collectors.joining(", "))
                        + ")."));
    }

    /** As in {@code payment-link}. */
    static String name(Service service) {
        return service.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws Trouble if no order could ever meet them, as a condition is not met by an order that does not name it */
    static void check(Route.When when) {
        when.service().ifPresent(service -> {
            if (when.currency().isPresent() && !service.namesCurrency()) {
                throw unmet(service, "currency");
            }
            if (when.country().isPresent() && !service.namesCountry()) {
                throw unmet(service, "country");
            }
        });
    }

    private static Trouble unmet(Service service, String condition) {
        String known = service.namesCurrency() ? "currency, or nothing" : "nothing";
        return new Trouble("No order of " + name(service) + " names a " + condition
                + ", so such a route would never count (expected beside " + name(service) + ": " + known + ").");
    }

    static String said(Route.When when) {
        return when.equals(Route.When.ANY)
                ? "everything"
                : Stream.of(
                                when.service().map(RouteConditions::name),
                                when.currency().map(Currency::code),
                                when.country().map(Country::code))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "));
    }
}
