package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Endpoints.EndpointCard;
import io.quittance.bootstrap.management.Endpoints.Outcome;
import io.quittance.bootstrap.management.Endpoints.Tested;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** How endpoints are printed. */
final class EndpointPrint {
    private final PrintWriter out;

    private EndpointPrint(PrintWriter out) {
        this.out = out;
    }

    static void on(CommandSpec spec, Consumer<EndpointPrint> printing) {
        PrintWriter out = spec.commandLine().getOut();
        printing.accept(new EndpointPrint(out));
        out.flush();
    }

    void all(List<EndpointCard> cards) {
        if (cards.isEmpty()) {
            out.println("No app is registered.");
            return;
        }
        out.printf("%-32s  %-7s  %7s  %s%n", "APP ID", "STATE", "WAITING", "NOTIFY URL");
        for (EndpointCard card : cards) {
            out.printf("%-32s  %-7s  %7d  %s%n", card.appId(), card.state(), card.waiting(), card.address());
            card.why().ifPresent(why -> out.println("    " + since(card) + ": " + why));
        }
    }

    private static String since(EndpointCard card) {
        return card.state() + " since " + card.since().orElse("?")
                + card.who().map(who -> " by " + who).orElse("");
    }

    void one(EndpointCard card) {
        line("app id", Optional.of(card.appId()));
        line("notify URL", Optional.of(card.address()));
        line("state", Optional.of(card.state()));
        line("since", card.since());
        line("why", card.why());
        line("by", card.who());
        line("a second", card.perSecond().map(rate -> "at most " + rate));
        line("waiting", Optional.of(Long.toString(card.waiting())));
        line("first due", card.firstDue());
    }

    private void line(String name, Optional<String> value) {
        value.ifPresent(text -> out.printf("%-12s%s%n", name, text));
    }

    void tested(Tested tested) {
        out.println(tested.acknowledged() ? "Acknowledged." : "Not acknowledged: " + tested.why() + ".");
        line("app id", Optional.of(tested.appId()));
        line("notify URL", Optional.of(tested.address()));
        line("dialect", Optional.of(tested.dialect()));
        line("status", tested.status().map(Object::toString));
        line("took", tested.tookMillis().map(millis -> millis + " ms"));
        line("answer", Optional.of(tested.answer()).filter(answer -> !answer.isEmpty()));
    }

    void changed(String done, String nothing, Outcome outcome) {
        out.println(outcome.changed() ? done : nothing);
        if (outcome.armed() > 0) {
            out.println("Messages that were parked and are told now: " + outcome.armed() + ".");
        }
        one(outcome.endpoint());
    }
}
