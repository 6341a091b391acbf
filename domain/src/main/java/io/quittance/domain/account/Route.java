package io.quittance.domain.account;

import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import java.util.Objects;
import java.util.Optional;

/** One rule: which account new orders take that fit its conditions. */
public record Route(When when, AccountId account) {
    public Route {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(account, "account");
    }

    /** Which orders a rule is for; what it leaves out may be anything. */
    public record When(Optional<Service> service, Optional<Currency> currency, Optional<Country> country) {
        /** All orders: a rule with this is the merchant's default. */
        public static final When ANY = new When(Optional.empty(), Optional.empty(), Optional.empty());

        public When {
            Objects.requireNonNull(service, "service");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(country, "country");
        }

        /** A condition is not met by an order of which it is not known. */
        boolean fits(Order order) {
            return service.filter(wanted -> wanted != order.service()).isEmpty()
                    && currency.filter(wanted -> !order.currency().equals(Optional.of(wanted)))
                            .isEmpty()
                    && country.filter(wanted -> !order.country().equals(Optional.of(wanted)))
                            .isEmpty();
        }

        /** What it names weighs: the service more than currency and country together, the currency more than the country. */
        int weight() {
            return (service.isPresent() ? 4 : 0) + (currency.isPresent() ? 2 : 0) + (country.isPresent() ? 1 : 0);
        }
    }

    /**
     * What is known of a new order when its account is picked.
     *
     * @param currency empty where the order names none, as a cancel
     * @param country empty where the order names none
     */
    public record Order(Service service, Optional<Currency> currency, Optional<Country> country) {
        public Order {
            Objects.requireNonNull(service, "service");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(country, "country");
            if (currency.isPresent() && !service.namesCurrency() || country.isPresent() && !service.namesCountry()) {
                throw new IllegalArgumentException("order of " + service + ": " + currency + ", " + country
                        + " (expected: nothing that no order of it names)");
            }
        }

        /** One that names neither currency nor country. */
        public static Order of(Service service) {
            return new Order(service, Optional.empty(), Optional.empty());
        }
    }
}
