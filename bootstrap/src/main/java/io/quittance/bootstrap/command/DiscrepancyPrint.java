package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.DiscrepancyPage;
import io.quittance.bootstrap.management.DiscrepancyPage.Done;
import io.quittance.bootstrap.management.DiscrepancyPage.One;
import io.quittance.bootstrap.management.DiscrepancyPage.Whole;
import io.quittance.bootstrap.management.StoryPage;
import io.quittance.bootstrap.management.StoryPage.Order;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.Counted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How discrepancies are printed: for people, or as the JSON that was answered. */
final class DiscrepancyPrint {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private Printed printed = new Printed();

    void list(Bytes page) {
        print(page, out -> list(out, DiscrepancyPage.all(page), StoryPage.behind(page)));
    }

    void whole(Bytes answer) {
        print(answer, out -> new Told(out).whole(DiscrepancyPage.whole(answer)));
    }

    /** @param what was done, in a word */
    void done(String what, Bytes answer) {
        print(answer, out -> new Told(out).done(what, DiscrepancyPage.done(answer)));
    }

    private void print(Bytes answer, Consumer<Lines> lines) {
        printed.print(spec, () -> answer, lines);
    }

    private static void list(Lines out, List<One> all, Optional<String> behind) {
        out.table(
                List.of("NUMBER", "STATE", "CAME", "ABOUT", "WHY"),
                all.stream().map(DiscrepancyPrint::row).toList(),
                "There is none.");
        behind.ifPresent(number -> out.hint("There are more: --behind " + number));
    }

    private static List<String> row(One one) {
        return List.of(one.number(), one.state(), one.at(), one.order().orElse("no order that is known"), one.why());
    }

    /** For people. */
    private record Told(Lines out) {
        void whole(Whole whole) {
            One one = whole.one();
            out.say("discrepancy " + one.number());
            out.line("state", one.state());
            out.line("came", Optional.of(one.at() + again(one)));
            out.line("to", one.cameTo());
            out.line("verified by", one.keyId());
            out.line("why", one.why());
            out.line("app id", Optional.of(one.appId().orElse("nobody can tell")));
            out.line("account", one.account());
            out.line("ended", one.ended());
            whole.looks().forEach(look -> out.line("unmasked", Optional.of(look)));
            out.say("");
            out.say("What was told");
            whole.body()
                    .ifPresentOrElse(
                            body -> body.lines().forEach(text -> out.say("  " + text)),
                            () -> out.say("  " + whole.bytes() + " bytes that are no JSON"));
            out.say("");
            out.say("What we hold");
            whole.order()
                    .ifPresentOrElse(
                            this::order,
                            () -> out.say("  "
                                    + one.order()
                                            .map(known -> "the " + known + ", which is kept no more")
                                            .orElse("Nothing: we know no order that it is about.")));
            if (whole.closes()) {
                out.say("");
                out.say("What can be done");
                can(whole);
            }
        }

        private static String again(One one) {
            return one.repeats().equals("0") ? "" : ", and again " + Counted.of(Long.parseLong(one.repeats()), "time");
        }

        private void order(Order order) {
            out.say("  " + order.kind() + " " + order.number() + ", " + order.state()
                    + order.amount().map(", "::concat).orElse(""));
            order.theirs().forEach(name -> out.say("  " + name));
            order.upstream().ifPresent(number -> out.say("  upstream's " + number));
            order.endedAt().ifPresent(at -> out.say("  ended " + at));
            out.say("  See 'quittance order show " + order.number() + "'.");
        }

        private void can(Whole whole) {
            String number = whole.one().number();
            out.say("  close   'quittance discrepancy close " + number + "' says that it is settled; nothing moves");
            out.say(
                    whole.adopts()
                            ? "  adopt   'quittance discrepancy adopt " + number + "': " + whole.adopting()
                            : "  adopt   not possible: " + whole.adopting());
            whole.order()
                    .filter(_ -> whole.settles())
                    .ifPresent(order -> out.say("  settle  'quittance order settle " + order.number()
                            + "' ends the order on your word, whatever was told"));
        }

        void done(String what, Done done) {
            One one = done.one();
            String order = one.order().map(known -> " " + known).orElse("");
            if (!done.changed()) {
                out.say("Nothing changed: it was " + one.state().toLowerCase(Locale.ROOT) + " "
                        + one.ended().orElse("before") + ".");
            } else if (what.endsWith(":")) {
                out.say(what
                        + order
                        + (done.moved()
                                ? " has moved, and its merchant is told what it must hear."
                                : " was so already."));
            } else {
                out.say(what);
            }
            out.say("See 'quittance discrepancy show " + one.number() + "'.");
        }
    }
}
