package io.quittance.persistence.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Route.When;
import io.quittance.domain.account.Service;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import java.util.Optional;

/** One row of the table {@code account_route}; an empty text stands for any. */
@MappedEntity("account_route")
record AccountRouteRow(
        @Id @GeneratedValue @Nullable Long id,
        long merchantId,
        String service,
        String currency,
        String country,
        long accountId) {

    static AccountRouteRow of(MerchantId merchant, Route rule) {
        return new AccountRouteRow(
                null,
                merchant.value(),
                service(rule.when()),
                currency(rule.when()),
                country(rule.when()),
                rule.account().value());
    }

    static String service(When when) {
        return when.service().map(Service::name).orElse("");
    }

    static String currency(When when) {
        return when.currency().map(Currency::code).orElse("");
    }

    static String country(When when) {
        return when.country().map(Country::code).orElse("");
    }

    Route toRoute() {
        return new Route(
                new When(
                        Optional.of(service).filter(some -> !some.isEmpty()).map(Service::valueOf),
                        Currency.of(currency),
                        Country.of(country)),
                new AccountId(accountId));
    }
}
