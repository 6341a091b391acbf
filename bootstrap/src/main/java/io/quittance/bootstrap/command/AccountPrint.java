package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppAccounts.AccountCard;
import io.quittance.bootstrap.management.AppAccounts.Routing;
import java.util.List;
import java.util.function.Consumer;

/** How accounts and routes are printed for people. */
final class AccountPrint {
    private AccountPrint() {}

    static Consumer<Lines> one(String title, AccountCard card) {
        return out -> {
            out.say(title);
            out.line("no", card.id());
            out.line("app id", card.appId());
            out.line("acquirer", card.acquirer());
            out.line("there", card.handles());
            out.line("serves", serves(card));
            out.line("routes", String.join("; ", card.routes()));
        };
    }

    static Consumer<Lines> all(List<AccountCard> cards) {
        return out -> out.table(
                List.of("NO", "APP ID", "ACQUIRER", "THERE", "SERVES", "ROUTES"),
                cards.stream().map(AccountPrint::row).toList(),
                "There is no account.");
    }

    private static List<String> row(AccountCard card) {
        return List.of(
                card.id(),
                card.appId(),
                card.acquirer(),
                card.handles(),
                serves(card),
                String.join("; ", card.routes()));
    }

    private static String serves(AccountCard card) {
        return card.serves().isEmpty() ? "nothing here" : String.join(", ", card.serves());
    }

    /** @param title what was done; empty if nothing was */
    static Consumer<Lines> routes(String title, Routing routing) {
        return out -> {
            if (!title.isEmpty()) {
                out.hint(title);
            }
            out.table(
                    List.of("SERVICE", "CURRENCY", "COUNTRY", "ACCOUNT"),
                    routing.rules().stream()
                            .map(rule -> List.of(rule.service(), rule.currency(), rule.country(), rule.account()))
                            .toList(),
                    "There is no route.");
            out.hint("Where no route fits: " + routing.otherwise() + ".");
        };
    }
}
