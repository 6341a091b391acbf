package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppCard;
import io.quittance.domain.key.Term;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** How apps are printed for people. */
final class AppPrint {
    private AppPrint() {}

    static Consumer<Lines> one(String title, AppCard card) {
        return out -> {
            if (!title.isEmpty()) {
                out.say(title);
            }
            out.line("app id", card.appId());
            out.line("merchant no", card.merchantNo());
            out.line("state", state(card));
            out.line("notify url", card.notifyUrl());
            out.line("hosts", hosts(card));
            out.line("payouts", card.payoutDialect());
            card.keys().forEach(key -> out.line("key", key(key)));
            out.line("upstream", card.upstreamAppId() + ", " + card.upstreamMerchantNo());
            out.line("upstream key", card.upstreamKey().orElse("none, the simulator's"));
            card.changes().forEach(change -> out.line("changed", change(change)));
        };
    }

    private static String hosts(AppCard card) {
        if (card.hosts().equals(List.of("*"))) {
            return "requests may name any";
        }
        return "those of its addresses"
                + card.hosts().stream().map(host -> ", " + host).collect(Collectors.joining());
    }

    private static String key(AppCard.Key key) {
        return key.id() + since(key) + key.until().map(end -> " until " + end).orElse("");
    }

    static String change(AppCard.Change change) {
        return change.at() + " by " + change.person() + ": " + change.field() + " from " + change.was() + " to "
                + change.became() + " (" + change.reason() + ")";
    }

    /** One that counts at once counts since ever. */
    private static String since(AppCard.Key key) {
        return key.from().equals(Term.ALWAYS.toString()) ? "" : ", from " + key.from();
    }

    static Consumer<Lines> all(List<AppCard> cards) {
        return out -> out.table(
                List.of("APP ID", "MERCHANT NO", "STATE", "NOTIFY URL"),
                cards.stream()
                        .map(card -> List.of(card.appId(), card.merchantNo(), state(card), card.notifyUrl()))
                        .toList(),
                "No app is registered.");
    }

    private static String state(AppCard card) {
        return card.removedAt().map(at -> "removed at " + at).orElse(card.enabled() ? "enabled" : "disabled");
    }
}
