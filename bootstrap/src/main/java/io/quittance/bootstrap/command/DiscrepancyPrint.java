package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.DiscrepancyPage;
import io.quittance.bootstrap.management.DiscrepancyPage.Done;
import io.quittance.bootstrap.management.DiscrepancyPage.One;
import io.quittance.bootstrap.management.DiscrepancyPage.Whole;
import io.quittance.bootstrap.management.StoryPage;
import io.quittance.bootstrap.management.StoryPage.Order;
import io.quittance.domain.text.Bytes;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How discrepancies are printed: for people, or as the JSON that was answered. */
final class DiscrepancyPrint {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints the JSON of the management API.")
    private boolean json;

    void list(Bytes page) {
        print(page, out -> out.list(DiscrepancyPage.all(page), StoryPage.behind(page)));
    }

    void whole(Bytes answer) {
        print(answer, out -> out.whole(DiscrepancyPage.whole(answer)));
    }

    /** @param what was done, in a word */
    void done(String what, Bytes answer) {
        print(answer, out -> out.done(what, DiscrepancyPage.done(answer)));
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
        void list(List<One> all, Optional<String> behind) {
            if (all.isEmpty()) {
                out.println("There is none.");
                return;
            }
            out.printf("%-8s  %-8s  %-27s  %-45s  %s%n", "NUMBER", "STATE", "CAME", "ABOUT", "WHY");
            all.forEach(one -> out.printf(
                    "%-8s  %-8s  %-27s  %-45s  %s%n",
                    one.number(), one.state(), one.at(), one.order().orElse("no order that is known"), one.why()));
            behind.ifPresent(number -> out.println("There are more: --behind " + number));
        }

        void whole(Whole whole) {
            One one = whole.one();
            out.println("discrepancy " + one.number());
            line("state", Optional.of(one.state()));
            line("came", Optional.of(one.at() + again(one)));
            line("to", one.cameTo());
            line("verified by", Optional.of(one.keyId()));
            line("why", Optional.of(one.why()));
            line("app id", Optional.of(one.appId().orElse("nobody can tell")));
            line("account", one.account());
            line("ended", one.ended());
            whole.looks().forEach(look -> line("unmasked", Optional.of(look)));
            out.println();
            out.println("What was told");
            whole.body()
                    .ifPresentOrElse(
                            body -> body.lines().forEach(text -> out.println("  " + text)),
                            () -> out.println("  " + whole.bytes() + " bytes that are no JSON"));
            out.println();
            out.println("What we hold");
            whole.order()
                    .ifPresentOrElse(
                            this::order,
                            () -> out.println("  "
                                    + one.order()
                                            .map(known -> known + ", which is kept no more")
                                            .orElse("no such order")));
            if (whole.closes()) {
                out.println();
                out.println("What can be done");
                can(whole);
            }
        }

        private static String again(One one) {
            return one.repeats().equals("0") ? "" : ", and again " + one.repeats() + " times";
        }

        private void order(Order order) {
            out.println("  " + order.kind() + " " + order.number() + ", " + order.state()
                    + order.amount().map(", "::concat).orElse(""));
            order.theirs().forEach(name -> out.println("  " + name));
            order.upstream().ifPresent(number -> out.println("  upstream's " + number));
            order.endedAt().ifPresent(at -> out.println("  ended " + at));
            out.println("  See 'quittance order show " + order.number() + "'.");
        }

        private void can(Whole whole) {
            String number = whole.one().number();
            out.println(
                    "  close   'quittance discrepancy close " + number + "' says that it is settled; nothing moves");
            out.println(
                    whole.adopts()
                            ? "  adopt   'quittance discrepancy adopt " + number + "': " + whole.adopting()
                            : "  adopt   not possible: " + whole.adopting());
            whole.order()
                    .filter(_ -> whole.settles())
                    .ifPresent(order -> out.println("  settle  'quittance order settle " + order.number()
                            + "' ends the order on your word, whatever was told"));
        }

        void done(String what, Done done) {
            One one = done.one();
            String order = one.order().map(known -> " " + known).orElse("");
            if (!done.changed()) {
                out.println("Nothing changed: it was " + one.state().toLowerCase(Locale.ROOT) + " "
                        + one.ended().orElse("before") + ".");
            } else if (what.endsWith(":")) {
                out.println(what
                        + order
                        + (done.moved()
                                ? " has moved, and its merchant is told what it must hear."
                                : " was so already."));
            } else {
                out.println(what);
            }
            out.println("See 'quittance discrepancy show " + one.number() + "'.");
        }

        private void line(String name, Optional<String> value) {
            value.ifPresent(text -> out.printf("  %-13s%s%n", name, text));
        }
    }
}
