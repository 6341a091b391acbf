package io.quittance.domain.payout;

import java.util.List;
import java.util.Optional;

/** Where somebody can be reached, as far as it was said and in the merchant's spelling. Personal: it prints nothing. */
public record Contact(Optional<String> email, Optional<String> phone) {
    public Contact {
        Wording.require("contact", List.of(email, phone));
    }

    @Override
    public String toString() {
        return "Contact[...]";
    }
}
