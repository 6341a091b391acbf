package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.StoryPage;
import io.quittance.bootstrap.management.StoryPage.Order;
import io.quittance.bootstrap.management.StoryPage.Row;
import io.quittance.bootstrap.management.StoryPage.Waiting;
import io.quittance.bootstrap.management.StoryPage.Whole;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.Counted;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How orders and their stories are printed: for people, or as the JSON that was answered. */
final class OrderPrint {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private Printed printed = new Printed();

    void list(Bytes page) {
        print(page, out -> list(out, StoryPage.orders(page), StoryPage.behind(page)));
    }

    void story(Bytes story) {
        print(story, out -> new Told(out).story(StoryPage.story(story)));
    }

    private void print(Bytes answer, Consumer<Lines> lines) {
        printed.print(spec, () -> answer, lines);
    }

    private static void list(Lines out, List<Order> orders, Optional<String> behind) {
        out.table(
                List.of("KIND", "NUMBER", "STATE", "AMOUNT", "MADE", "OF ITS MERCHANT"),
                orders.stream().map(OrderPrint::row).toList(),
                "There is none.");
        behind.ifPresent(number -> out.hint("There are more: --behind " + number));
    }

    private static List<String> row(Order order) {
        return List.of(
                order.kind(),
                order.number(),
                order.state() + order.overdueAt().map(_ -> ", overdue").orElse(""),
                order.amount().orElse(""),
                order.createdAt(),
                String.join(", ", order.theirs()));
    }

    /** A story for people. */
    private record Told(Lines out) {
        void story(Whole story) {
            Order order = story.order();
            out.say(order.kind() + " " + order.number());
            out.line("app id", order.appId());
            order.theirs().forEach(name -> out.line("merchant's", name));
            out.line("upstream's", order.upstream());
            out.line("account", order.account());
            out.line("amount", order.amount());
            out.line("state", order.state());
            out.line("made", order.createdAt());
            out.line("ended", order.endedAt());
            out.line("failed by", order.failure());
            out.line("overdue", order.overdueAt().map(since -> "since " + since + ", a person should look"));
            out.say("");
            out.say("What comes next");
            next(story).forEach(line -> out.say("  " + line));
            out.say("");
            if (!story.discrepancies().isEmpty()) {
                out.say("What contradicts it");
                story.discrepancies().forEach(one -> out.say("  discrepancy " + one));
                out.say("");
            }
            out.say("What happened");
            story.rows().forEach(this::row);
        }

        private static List<String> next(Whole story) {
            List<String> asking =
                    story.asking().map(one -> asking(story, one)).stream().toList();
            List<String> telling = story.telling().stream()
                    .map(one -> waiting("tell the merchant what stands in " + one.what(), one))
                    .toList();
            List<String> all = Stream.concat(asking.stream(), telling.stream()).toList();
            return all.isEmpty() ? List.of("Nothing: all is asked and told.") : all;
        }

        /** What is done by nobody here is no question. */
        private static String asking(Whole story, Waiting one) {
            if (one.what().equals("WATCH") && one.stopped().isEmpty()) {
                return "wait for upstream to tell how it ended, as it cannot be asked (WATCH)"
                        + story.overdueFrom().map(at -> "; overdue at " + at).orElse("");
            }
            String what = switch (one.what()) {
                case "SUBMIT" -> "pass it on to upstream, SUBMIT";
                case "EXPIRE" -> "note that its time is over, EXPIRE";
                default -> "ask upstream, " + one.what();
            };
            return waiting(what, one);
        }

        private static String waiting(String what, Waiting one) {
            String when = one.dueAt().map(at -> "at " + at).orElse("not now");
            String stopped = one.stopped()
                    .map(how -> ", " + how + one.why().map(why -> ": " + why).orElse(""))
                    .orElse("");
            return what + ": " + when + stopped
                    + (one.attempt().equals("0") ? "" : ", tried " + Counted.of(Long.parseLong(one.attempt()), "time"));
        }

        private void row(Row row) {
            out.say("  %3s  %-27s  %-9s  %s".formatted(row.row(), row.at(), row.kind(), row.note()));
            if (!row.more().isEmpty()) {
                out.say("       " + String.join(", ", row.more()));
            }
            row.body().ifPresent(body -> body.lines().forEach(line -> out.say("         " + line)));
        }
    }
}
