package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.faults.Judge.Evidence;
import io.quittance.bootstrap.faults.Order.Ending;
import io.quittance.bootstrap.faults.Order.Told.Form;
import io.quittance.bootstrap.faults.Race.Begins;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is wrong with what was asked of one authorized order: one may win, and the others only once it has failed. */
final class RaceVerdict {
    private final Race race;
    private final Evidence payment;
    private final List<Evidence> rivals;
    private final List<String> faults = new ArrayList<>();

    /** @param all what is known of each order, by its id */
    RaceVerdict(Race race, Map<String, Evidence> all) {
        this.race = race;
        this.payment = all.get(race.payment().id());
        this.rivals = race.all().stream().map(rival -> all.get(rival.id())).toList();
    }

    private void fault(String what) {
        faults.add(race.payment().id() + " (authorized, asked for " + race.begins() + "): " + what);
    }

    /** Where the authorization was known before anything was asked of it, the gateway decides. */
    private boolean decidedByUs() {
        return race.begins() == Begins.ONCE_KNOWN;
    }

    /** What the answers tell. */
    List<String> outside() {
        if (decidedByUs()) {
            onlyOneIsAccepted();
            somebodyWins();
            nobodyGetsMoreThanIsHeld();
        }
        return List.copyOf(faults);
    }

    private void onlyOneIsAccepted() {
        for (int i = 0; i < rivals.size(); i++) {
            for (Evidence other : rivals.subList(i + 1, rivals.size())) {
                Evidence one = rivals.get(i);
                if (one.reply().accepted()
                        && other.reply().accepted()
                        && !failedBefore(one, other.reply().atNanos())
                        && !failedBefore(other, one.reply().atNanos())) {
                    fault(one.order().id() + " and " + other.order().id() + " are both accepted, and none had failed");
                }
            }
        }
    }

    /** Whether upstream had begun to say that it failed. */
    private static boolean failedBefore(Evidence one, long nanos) {
        return one.news().stream()
                        .anyMatch(news -> news.told().form() == Form.TRUE
                                && news.told().status() == Ending.FAILED
                                && news.begunNanos() < nanos)
                || one.asked().stream()
                        .anyMatch(asked -> asked.said().equals(Optional.of(Ending.FAILED)) && asked.atNanos() < nanos);
    }

    private void somebodyWins() {
        boolean answered = rivals.stream()
                .allMatch(
                        one -> one.reply().accepted() || !one.reply().refusal().isEmpty());
        if (answered && rivals.stream().noneMatch(one -> one.reply().accepted())) {
            fault("nobody won: "
                    + rivals.stream().map(one -> one.reply().refusal()).toList());
        }
    }

    private void nobodyGetsMoreThanIsHeld() {
        for (Evidence one : rivals) {
            boolean above = race.isAbove(one.order());
            if (above && !one.reply().refusal().equals("AMOUNT_INVALID")) {
                fault(one.order().id() + " wants more than is held and was answered " + one.reply());
            }
            if (!above && one.reply().refusal().equals("AMOUNT_INVALID")) {
                fault(one.order().id() + " was refused for its amount "
                        + one.order().amount());
            }
        }
    }

    /** What the tables tell. */
    List<String> inside(Tables tables) {
        List<Tables.Row> rows = rivals.stream()
                .flatMap(one ->
                        Optional.ofNullable(tables.orders()
                                        .get(one.order().kind())
                                        .get(one.order().id()))
                                .stream())
                .toList();
        List<Tables.Row> standing =
                rows.stream().filter(row -> !row.state().equals("FAILED")).toList();
        if (decidedByUs() && standing.size() > 1) {
            fault("holds for " + standing.size() + " at once: " + standing);
        }
        if (rows.stream().filter(row -> row.state().equals("SUCCESS")).count() > 1) {
            fault("was collected or given back more than once: " + rows);
        }
        refusalsHaveAReason(rows);
        isHeld(Optional.ofNullable(tables.holds().get(race.payment().id().toLowerCase(Locale.ROOT))));
        return List.copyOf(faults);
    }

    private void refusalsHaveAReason(List<Tables.Row> rows) {
        for (Evidence one : rivals) {
            String refusal = one.reply().refusal();
            if (refusal.equals("ORDER_CLOSED")
                    && rows.stream().noneMatch(row -> row.state().equals("SUCCESS"))) {
                fault(one.order().id() + " was refused as closed, and nothing has closed it: " + rows);
            }
            if (refusal.equals("PAYMENT_PROCESSING") && rows.isEmpty()) {
                fault(one.order().id() + " was refused, and nothing was in its way");
            }
        }
    }

    private void isHeld(Optional<Hold> hold) {
        boolean known = payment.news().stream()
                .anyMatch(news -> news.acknowledged() && news.told().form() == Form.TRUE);
        if (known && hold.filter(Hold::known).isEmpty()) {
            fault("upstream was told that its authorization is known, and nothing is held");
        }
        hold.flatMap(Hold::amount)
                .filter(held -> held.compareTo(new BigDecimal(race.payment().amount())) != 0)
                .ifPresent(held ->
                        fault("holds " + held + " (expected: " + race.payment().amount() + ")"));
    }
}
