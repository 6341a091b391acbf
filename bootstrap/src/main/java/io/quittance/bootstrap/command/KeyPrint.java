package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Keys.KeyCard;
import io.quittance.bootstrap.management.Keys.Outcome;
import io.quittance.domain.key.KeyRing;
import io.quittance.domain.key.Term;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How keys are printed for people. */
final class KeyPrint {
    private KeyPrint() {}

    static Consumer<Lines> outcome(Outcome outcome, String done) {
        return out -> {
            out.say(outcome.changed() ? done : NamedApp.NOTHING);
            all(outcome.keys()).accept(out);
        };
    }

    static Consumer<Lines> all(List<KeyCard> cards) {
        return out -> out.table(
                List.of("KEY OF", "FINGERPRINT", "STATE", "FROM", "UNTIL", "LAST USED"),
                cards.stream()
                        .map(card -> List.of(
                                whose(card),
                                KeyRing.shown(card.id()),
                                card.state(),
                                card.from().equals(Term.ALWAYS.toString()) ? "" : card.from(),
                                card.until().orElse(""),
                                card.lastUsed().orElse("")))
                        .toList(),
                "No key is registered.");
    }

    private static String whose(KeyCard card) {
        return Stream.of(Stream.of(card.kind()), card.of().stream(), card.sort().stream())
                .flatMap(all -> all)
                .collect(Collectors.joining(" "));
    }
}
