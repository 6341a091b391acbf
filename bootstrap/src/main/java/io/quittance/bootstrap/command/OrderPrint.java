package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.StoryPage;
import io.quittance.bootstrap.management.StoryPage.Order;
import io.quittance.bootstrap.management.StoryPage.Row;
import io.quittance.bootstrap.management.StoryPage.Waiting;
import io.quittance.bootstrap.management.StoryPage.Whole;
import io.quittance.domain.text.Bytes;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How orders and their stories are printed: for people, or as the JSON that was answered. */
final class OrderPrint {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints the JSON of the management API.")
    private boolean json;

    void list(Bytes page) {
        print(page, out -> out.list(StoryPage.orders(page), StoryPage.behind(page)));
    }

    void story(Bytes story) {
        print(story, out -> out.story(StoryPage.story(story)));
    }

    private void print(Bytes answer, Consumer<Lines> lines) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(answer.asUtf8());
        } else {
            lines.accept(new Lines(out));
        }
        out.flush();
    }

    /** For people. */
    private record Lines(PrintWriter out) {
        void list(List<Order> orders, Optional<String> behind) {
            if (orders.isEmpty()) {
                out.println("There is none.");
                return;
            }
            out.printf(
                    "%-12s  %-36s  %-24s  %-18s  %-27s  %s%n",
                    "KIND", "NUMBER", "STATE", "AMOUNT", "MADE", "OF ITS MERCHANT");
            orders.forEach(order -> out.printf(
                    "%-12s  %-36s  %-24s  %-18s  %-27s  %s%n",
                    order.kind(),
                    order.number(),
                    order.state() + order.overdueAt().map(_ -> ", overdue").orElse(""),
                    order.amount().orElse(""),
                    order.createdAt(),
                    String.join(", ", order.theirs())));
            behind.ifPresent(number -> out.println("There are more: --behind " + number));
        }

        void story(Whole story) {
            Order order = story.order();
            out.println(order.kind() + " " + order.number());
            line("app id", Optional.of(order.appId()));
            order.theirs().forEach(name -> line("merchant's", Optional.of(name)));
            line("upstream's", order.upstream());
            line("account", Optional.of(order.account()));
            line("amount", order.amount());
            line("state", Optional.of(order.state()));
            line("made", Optional.of(order.createdAt()));
            line("ended", order.endedAt());
            line("failed by", order.failure());
            line("overdue", order.overdueAt().map(since -> "since " + since + ", a person should look"));
            out.println();
            out.println("What comes next");
            next(story).forEach(line -> out.println("  " + line));
            out.println();
            if (!story.discrepancies().isEmpty()) {
                out.println("What contradicts it");
                story.discrepancies().forEach(one -> out.println("  discrepancy " + one));
                out.println();
            }
            out.println("What happened");
            story.rows().forEach(this::row);
        }

        private static List<String> next(Whole story) {
            List<String> asking = story.asking().map(one -> waiting("ask upstream, " + one.what(), one)).stream()
                    .toList();
            List<String> telling = story.telling().stream()
                    .map(one -> waiting("tell the merchant what stands in " + one.what(), one))
                    .toList();
            List<String> all = Stream.concat(asking.stream(), telling.stream()).toList();
            return all.isEmpty() ? List.of("Nothing: all is asked and told.") : all;
        }

        private static String waiting(String what, Waiting one) {
            String when = one.dueAt().map(at -> "at " + at).orElse("not now");
            String stopped = one.stopped()
                    .map(how -> ", " + how + one.why().map(why -> ": " + why).orElse(""))
                    .orElse("");
            return what + ": " + when + stopped
                    + (one.attempt().equals("0") ? "" : ", tried " + one.attempt() + " times");
        }

        private void row(Row row) {
            out.printf("  %3s  %-27s  %-9s  %s%n", row.row(), row.at(), row.kind(), row.note());
            if (!row.more().isEmpty()) {
                out.println("       " + String.join(", ", row.more()));
            }
            row.body().ifPresent(body -> body.lines().forEach(line -> out.println("         " + line)));
        }

        private void line(String name, Optional<String> value) {
            value.ifPresent(text -> out.printf("  %-12s%s%n", name, text));
        }
    }
}
