package io.quittance.bootstrap.management;

import io.quittance.application.removal.OpenMatters.Open;
import io.quittance.domain.text.Counted;
import java.util.ArrayList;
import java.util.List;

/** What is open of a merchant, in words. */
final class OpenWords {
    private OpenWords() {}

    /** As {@code 2 captures that have not ended, 1 delivery that is owed}. */
    static String of(Open open) {
        List<String> parts = new ArrayList<>();
        open.orders().forEach((kind, count) -> {
            String word = KeptStories.word(kind).replace('-', ' ');
            parts.add(Counted.of(count, word + " that has not ended", word + "s that have not ended"));
        });
        add(parts, open.deliveries(), "delivery that is owed", "deliveries that are owed");
        add(parts, open.errands(), "errand to upstream", "errands to upstream");
        add(parts, open.discrepancies(), "open discrepancy", "open discrepancies");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String one, String several) {
        if (count > 0) {
            parts.add(Counted.of(count, one, several));
        }
    }
}
