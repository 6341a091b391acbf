package io.quittance.domain.payout;

import java.util.List;
import java.util.Optional;

/**
 * What somebody is called, as far as it was said. Personal: it prints nothing.
 *
 * @param middle several middle names are divided by blanks
 * @param full the name as a whole, also a company's; not always what the parts make
 */
public record Name(Optional<String> first, Optional<String> middle, Optional<String> last, Optional<String> full) {
    public Name {
        Wording.require("name", List.of(first, middle, last, full));
    }

    @Override
    public String toString() {
        return "Name[...]";
    }
}
