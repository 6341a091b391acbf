package io.quittance.domain.payout;

import io.quittance.domain.money.Country;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * On whose behalf a merchant pays, as far as it was said. Personal: it prints nothing.
 *
 * @param subMerchant the number of the merchant behind the merchant
 * @param company the name under which the paying company is registered
 * @param registeredIn where it is registered
 * @param number of the paying company at its organisation or platform
 * @param name of a paying person
 */
public record Payer(
        Optional<String> subMerchant,
        Optional<String> company,
        Optional<Country> registeredIn,
        Optional<String> number,
        Name name) {
    public Payer {
        Wording.require("payer", List.of(subMerchant, company, number));
        Objects.requireNonNull(registeredIn, "registeredIn");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String toString() {
        return "Payer[...]";
    }
}
