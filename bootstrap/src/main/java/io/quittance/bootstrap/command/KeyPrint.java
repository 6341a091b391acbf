package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Keys.BodyUse;
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
        boolean bodies =
                !cards.isEmpty() && cards.stream().allMatch(card -> card.body().isPresent());
        return bodies ? out -> bodies(out, cards) : out -> any(out, cards);
    }

    private static void any(Lines out, List<KeyCard> cards) {
        out.table(
                List.of("KEY OF", "FINGERPRINT", "STATE", "FROM", "UNTIL", "LAST USED", "KEPT"),
                cards.stream()
                        .map(card -> List.of(
                                whose(card),
                                KeyRing.shown(card.id()),
                                card.state(),
                                card.from().equals(Term.ALWAYS.toString()) ? "" : card.from(),
                                card.until().orElse(""),
                                card.lastUsed().orElse(""),
                                card.kept().orElse("")))
                        .toList(),
                "No key is registered.");
    }

    private static void bodies(Lines out, List<KeyCard> cards) {
        out.table(
                List.of("BODY KEY", "STATE", "SINCE", "HELD BY", "BODIES", "ENCRYPTED AGAIN"),
                cards.stream().map(KeyPrint::body).toList(),
                "No key is registered.");
        cards.forEach(card -> card.body().ifPresent(use -> hints(out, card, use)));
    }

    private static List<String> body(KeyCard card) {
        BodyUse use = card.body().orElseThrow();
        int all = use.heldBy().size() + use.lackedBy().size();
        return List.of(
                KeyRing.shown(card.id()),
                card.state(),
                card.from(),
                all == 0 ? "" : use.heldBy().size() + " of " + all,
                use.bodies().map(Object::toString).orElse(""),
                use.done() == 0 ? "" : Long.toString(use.done()));
    }

    private static void hints(Lines out, KeyCard card, BodyUse use) {
        String key = KeyRing.shown(card.id());
        if (card.state().equals("waiting")) {
            use.lackedBy()
                    .forEach(one -> out.hint("The key " + key + " waits for " + one + ", which does not hold it."));
        }
        if (card.state().equals("retiring")) {
            out.hint(
                    use.seen() == 0
                            ? "The bodies of " + key
                                    + " are encrypted again once no instance encrypts with it any more."
                            : "The bodies of " + key + " are being encrypted again: " + use.seen() + " of about "
                                    + use.about() + " rows were looked at.");
        }
        if (card.state().equals("free")) {
            out.hint("Nothing needs the key " + key + " any more: its line may go from the key file of each instance."
                    + " Backups from before need it.");
        }
        if (use.aside() > 0) {
            out.hint(use.aside() + " of " + key + " cannot be read with it either, and stay as they are: "
                    + use.asideFirst().orElse(""));
        }
    }

    private static String whose(KeyCard card) {
        return Stream.of(Stream.of(card.kind()), card.of().stream(), card.sort().stream())
                .flatMap(all -> all)
                .collect(Collectors.joining(" "));
    }
}
