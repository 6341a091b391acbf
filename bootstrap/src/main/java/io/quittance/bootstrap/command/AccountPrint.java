package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppAccounts.AccountCard;
import io.quittance.bootstrap.management.AppAccounts.Routing;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** How accounts and routes are printed. */
final class AccountPrint {
    private final PrintWriter out;

    private AccountPrint(PrintWriter out) {
        this.out = out;
    }

    static void on(CommandSpec spec, Consumer<AccountPrint> printing) {
        PrintWriter out = spec.commandLine().getOut();
        printing.accept(new AccountPrint(out));
        out.flush();
    }

    void one(String title, AccountCard card) {
        out.println(title);
        table(List.of(head(), row(card)));
    }

    void all(List<AccountCard> cards) {
        if (cards.isEmpty()) {
            out.println("There is no account.");
            return;
        }
        table(Stream.concat(Stream.of(head()), cards.stream().map(AccountPrint::row))
                .toList());
    }

    private static List<String> head() {
        return List.of("NO", "APP ID", "ACQUIRER", "THERE", "SERVES", "ROUTES");
    }

    private static List<String> row(AccountCard card) {
        return List.of(
                card.id(),
                card.appId(),
                card.acquirer(),
                card.handles(),
                card.serves().isEmpty() ? "nothing here" : String.join(", ", card.serves()),
                String.join("; ", card.routes()));
    }

    void routes(String title, Routing routing) {
        if (!title.isEmpty()) {
            out.println(title);
        }
        if (!routing.rules().isEmpty()) {
            table(Stream.concat(
                            Stream.of(List.of("SERVICE", "CURRENCY", "COUNTRY", "ACCOUNT")),
                            routing.rules().stream()
                                    .map(rule ->
                                            List.of(rule.service(), rule.currency(), rule.country(), rule.account())))
                    .toList());
        }
        out.println("Where no route fits: " + routing.otherwise() + ".");
    }

    private void table(List<List<String>> rows) {
        List<Integer> widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(String.format("%-" + Math.max(1, widths.get(column)) + "s  ", row.get(column)));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
