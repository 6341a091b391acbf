package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AppCard;
import io.quittance.domain.merchant.MerchantKey;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** How apps are printed. */
final class AppPrint {
    private final PrintWriter out;

    private AppPrint(PrintWriter out) {
        this.out = out;
    }

    static void on(CommandSpec spec, Consumer<AppPrint> printing) {
        PrintWriter out = spec.commandLine().getOut();
        printing.accept(new AppPrint(out));
        out.flush();
    }

    void one(String title, AppCard card) {
        if (!title.isEmpty()) {
            out.println(title);
        }
        line("app id", card.appId());
        line("merchant no", card.merchantNo());
        line("state", state(card));
        line("notify url", card.notifyUrl());
        line("payouts", card.payoutDialect());
        card.keys()
                .forEach(key -> line(
                        "key",
                        key.id()
                                + since(key)
                                + key.until().map(end -> " until " + end).orElse("")));
        line("upstream", card.upstreamAppId() + ", " + card.upstreamMerchantNo());
        line("upstream key", card.upstreamKey().orElse("none, the simulator's"));
        card.changes().forEach(change -> line("changed", change(change)));
    }

    private static String change(AppCard.Change change) {
        return change.at() + " by " + change.person() + ": " + change.field() + " from " + change.was() + " to "
                + change.became() + " (" + change.reason() + ")";
    }

    /** One that counts at once counts since ever. */
    private static String since(AppCard.Key key) {
        return key.from().equals(MerchantKey.ALWAYS.toString()) ? "" : ", from " + key.from();
    }

    void hint(String sentence) {
        out.println(sentence);
    }

    void all(List<AppCard> cards) {
        if (cards.isEmpty()) {
            out.println("No app is registered.");
            return;
        }
        int ids = widest(cards.stream().map(AppCard::appId).toList(), "APP ID");
        int numbers = widest(cards.stream().map(AppCard::merchantNo).toList(), "MERCHANT NO");
        String row = "%-" + ids + "s  %-" + numbers + "s  %-8s  %s%n";
        out.printf(row, "APP ID", "MERCHANT NO", "STATE", "NOTIFY URL");
        cards.forEach(card -> out.printf(row, card.appId(), card.merchantNo(), state(card), card.notifyUrl()));
    }

    private static int widest(List<String> texts, String title) {
        return Math.max(
                title.length(), texts.stream().mapToInt(String::length).max().orElse(0));
    }

    private static String state(AppCard card) {
        return card.removedAt().map(at -> "removed at " + at).orElse(card.enabled() ? "enabled" : "disabled");
    }

    private void line(String name, String value) {
        out.printf("  %-14s%s%n", name, value);
    }
}
