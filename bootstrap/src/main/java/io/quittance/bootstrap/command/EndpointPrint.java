package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Endpoints.EndpointCard;
import io.quittance.bootstrap.management.Endpoints.Outcome;
import io.quittance.bootstrap.management.Endpoints.Tested;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How endpoints are printed for people. */
final class EndpointPrint {
    private EndpointPrint() {}

    static Consumer<Lines> all(List<EndpointCard> cards) {
        return out -> out.table(
                List.of("APP ID", "NAME", "STATE", "WAITING", "NOTIFY URL", "SINCE AND WHY"),
                cards.stream().map(EndpointPrint::row).toList(),
                "No app is registered.");
    }

    private static List<String> row(EndpointCard card) {
        return List.of(
                card.appId(),
                card.name(),
                card.state(),
                Long.toString(card.waiting()),
                card.address(),
                card.why().map(why -> since(card) + ": " + why).orElse(""));
    }

    private static String since(EndpointCard card) {
        return card.since().orElse("?") + card.who().map(who -> " by " + who).orElse("");
    }

    static Consumer<Lines> one(EndpointCard card) {
        return out -> {
            out.line("app id", card.appId());
            out.line("name", card.name());
            out.line("notify URL", card.address());
            out.line("told of", String.join(", ", card.kinds()) + (card.exclusive() ? ", exclusively" : ""));
            out.line("payouts as", card.dialect());
            card.tls()
                    .forEach(one -> out.line(
                            one.use().equals("shown") ? "we show" : "believed CA",
                            one.subject() + ", until " + one.until() + ", SHA-256 " + one.fingerprint()));
            out.line("removed", card.removedAt());
            out.line("state", card.state());
            out.line("since", card.since());
            out.line("why", card.why());
            out.line("by", card.who());
            out.line("a second", card.perSecond().map(rate -> "at most " + rate));
            out.line("waiting", Long.toString(card.waiting()));
            out.line("first due", card.firstDue());
            card.holds().forEach(one -> out.line("changed", AppPrint.change(one)));
        };
    }

    static Consumer<Lines> tested(Tested tested) {
        return out -> {
            out.say(tested.acknowledged() ? "Acknowledged." : "Not acknowledged: " + tested.why() + ".");
            out.line("app id", tested.appId());
            out.line("name", tested.name());
            out.line("notify URL", tested.address());
            out.line("dialect", tested.dialect());
            out.line("status", tested.status().map(Object::toString));
            out.line("took", tested.tookMillis().map(millis -> millis + " ms"));
            out.line("answer", Optional.of(tested.answer()).filter(answer -> !answer.isEmpty()));
        };
    }

    static Consumer<Lines> changed(String done, String nothing, Outcome outcome) {
        Consumer<Lines> title = out -> {
            out.say(outcome.changed() ? done : nothing);
            if (outcome.armed() > 0) {
                out.say("Messages that were parked and are told now: " + outcome.armed() + ".");
            }
        };
        return title.andThen(one(outcome.endpoint()));
    }
}
