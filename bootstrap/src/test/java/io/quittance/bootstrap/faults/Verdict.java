package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.faults.Judge.Evidence;
import io.quittance.bootstrap.faults.Ledger.Arrived;
import io.quittance.bootstrap.faults.Ledger.Asked;
import io.quittance.bootstrap.faults.Ledger.News;
import io.quittance.bootstrap.faults.Order.Ending;
import io.quittance.bootstrap.faults.Order.Kind;
import io.quittance.bootstrap.faults.Order.Told.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with one order. */
final class Verdict {
    /** By PayerMax's rule a payout may be sent again once upstream has said twice, so far apart, that it has none. */
    private static final Duration APART = Duration.ofMinutes(5);

    private final Evidence evidence;
    private final Order order;
    private final List<String> faults = new ArrayList<>();

    Verdict(Evidence evidence) {
        this.evidence = evidence;
        this.order = evidence.order();
    }

    private void fault(String what) {
        faults.add(order.id() + " (" + order.kind() + ", " + order.answering() + ", " + order.telling() + ", "
                + order.ending() + "): " + what);
    }

    /** What the client, upstream and the receivers can tell without looking inside. */
    List<String> outside() {
        isAnswered();
        newsIsBelievedOnlyIfTrue();
        isTold();
        isToldOnlyWhatIsSo();
        isToldInOrder();
        isSentNoMoreThanAllowed();
        return List.copyOf(faults);
    }

    /** What is known and not told yet: time may mend it. */
    List<String> owed() {
        isTold();
        return List.copyOf(faults);
    }

    /** What its row must be. */
    List<String> inside(Tables tables) {
        if (evidence.is(Kind.RELAY)) {
            return List.of();
        }
        Tables.Row row = tables.orders().get(order.kind()).get(order.id());
        if (row == null) {
            if (evidence.reply().accepted()) {
                fault("accepted as " + evidence.number() + " and unknown");
            }
            if (!acknowledged().isEmpty()) {
                fault("unknown, and upstream was told that its end " + acknowledged() + " is known");
            }
            return List.copyOf(faults);
        }
        if (evidence.reply().accepted() && !row.number().equals(evidence.number()) && !order.refused()) {
            fault("accepted as " + evidence.number() + ", and its number is " + row.number());
        }
        state(row, tables.asking().contains(row.number()));
        contradictionsAreKept(row, tables.contradicted().contains(row.number()));
        return List.copyOf(faults);
    }

    private void state(Tables.Row row, boolean asking) {
        String state = row.state().equals("PAID") ? "SUCCESS" : row.state();
        Set<String> right = ends().stream().map(Enum::name).collect(Collectors.toSet());
        boolean ended = Stream.of(Ending.values()).map(Enum::name).anyMatch(state::equals);
        if (ended && !right.contains(state)) {
            fault("is " + state + " (expected: one of " + right + ")");
        }
        if (!ended && !acknowledged().isEmpty()) {
            fault("is " + state + ", and upstream was told that its end " + acknowledged() + " is known");
        }
        if (!ended && !asking && !row.overdue()) {
            fault("is " + state + ", nobody asks about it and nobody is asked to look");
        }
        if (ended
                && evidence.arrived().stream()
                        .noneMatch(one -> one.acknowledged() && one.result().equals(state))) {
            fault("ended as " + state + " and its merchant was not told");
        }
    }

    /** What contradicts how it ended, and was acknowledged, is kept for a person. */
    private void contradictionsAreKept(Tables.Row row, boolean kept) {
        if (evidence.is(Kind.LINK) || order.refused() || kept) {
            return;
        }
        evidence.news().stream()
                .filter(news -> news.acknowledged() && contradicts(row.state(), news.told()))
                .findFirst()
                .ifPresent(news ->
                        fault("is " + row.state() + ", and what contradicts it is kept nowhere: " + news.told()));
    }

    private static boolean contradicts(String state, Order.Told told) {
        boolean failed = state.equals(Ending.FAILED.name());
        boolean ended = failed || state.equals(Ending.SUCCESS.name()) || state.equals(Ending.BOUNCEBACK.name());
        return told.form() == Form.OTHER_AMOUNT
                || told.form() == Form.TRUE && ended && failed != (told.status() == Ending.FAILED);
    }

    /** The ends that the gateway has acknowledged, in the order in which it did. */
    private List<Ending> acknowledged() {
        return evidence.news().stream()
                .filter(news -> news.acknowledged() && news.told().form() == Form.TRUE)
                .sorted(Comparator.comparingLong(News::endedNanos))
                .map(news -> news.told().status())
                .distinct()
                .toList();
    }

    /** The ends that upstream has named in answers: whether they arrived, nobody can tell. */
    private Set<Ending> perhaps() {
        return evidence.asked().stream()
                .flatMap(asked -> asked.said().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Ending.class)));
    }

    /** Where it may end: of contradicting ends the first stands, and only a payout's success may yet come back. */
    private Set<Ending> ends() {
        Set<Ending> ends = EnumSet.noneOf(Ending.class);
        List<Ending> known = acknowledged();
        known.stream().reduce(this::next).ifPresent(ends::add);
        for (Ending said : perhaps()) {
            Stream.concat(Stream.of(said), known.stream()).reduce(this::next).ifPresent(ends::add);
            Stream.concat(known.stream(), Stream.of(said)).reduce(this::next).ifPresent(ends::add);
        }
        if (known.isEmpty()) {
            evidence.news().stream()
                    .filter(news -> news.told().form() == Form.TRUE)
                    .forEach(news -> ends.add(news.told().status()));
        }
        return ends;
    }

    private Ending next(Ending stands, Ending told) {
        return evidence.is(Kind.PAYOUT) && stands == Ending.SUCCESS && told == Ending.BOUNCEBACK ? told : stands;
    }

    private void isAnswered() {
        if (!evidence.is(Kind.PAYMENT)
                && !evidence.reply().accepted()
                && evidence.reply().refusal().isEmpty()) {
            fault("never accepted");
        }
    }

    private void newsIsBelievedOnlyIfTrue() {
        evidence.news().stream()
                .filter(news -> news.acknowledged()
                        && (news.told().form() == Form.FORGED || news.told().form() == Form.TRUNCATED))
                .forEach(news -> fault("news that is " + news.told().form() + " was acknowledged"));
    }

    private Optional<Arrived> first(Ending result) {
        return evidence.arrived().stream()
                .filter(one -> one.result().equals(result.name()))
                .findFirst();
    }

    private boolean toldAndAcknowledged(Ending result) {
        return evidence.arrived().stream()
                .anyMatch(one -> one.acknowledged() && one.result().equals(result.name()));
    }

    /** What upstream was told to be known, the merchant is told: each word of a relay, of others what moved them. */
    private void isTold() {
        List<Ending> known = acknowledged();
        if (known.isEmpty()) {
            return;
        }
        Set<Ending> owed = EnumSet.noneOf(Ending.class);
        if (evidence.is(Kind.RELAY)) {
            owed.addAll(known);
        } else {
            owed.add(known.stream().reduce(this::next).orElseThrow());
            if (perhaps().isEmpty() && known.getFirst() == Ending.SUCCESS) {
                owed.add(Ending.SUCCESS);
            }
        }
        owed.stream()
                .filter(result -> !toldAndAcknowledged(result))
                .forEach(result -> fault(result + " is known and was not told"));
    }

    private void isToldOnlyWhatIsSo() {
        Set<Ending> ends = ends();
        Set<String> right = ends.stream().map(Enum::name).collect(Collectors.toSet());
        if (ends.contains(Ending.BOUNCEBACK) && (evidence.is(Kind.RELAY) || successFirst())) {
            right.add(Ending.SUCCESS.name());
        }
        if (evidence.is(Kind.RELAY)) {
            evidence.news().forEach(news -> right.add(news.told().status().name()));
        }
        for (Arrived arrived : evidence.arrived()) {
            if (!right.contains(arrived.result())) {
                fault("told " + arrived.result() + " (expected: one of " + right + ")");
            }
        }
    }

    /** Whether its success may have been known before it came back. */
    private boolean successFirst() {
        return perhaps().contains(Ending.SUCCESS)
                || order.telling() != Order.Telling.REVERSED
                || acknowledged().isEmpty();
    }

    /** Never an older word after a newer one, by when each arrived. */
    private void isToldInOrder() {
        Optional<Arrived> newer = first(Ending.BOUNCEBACK);
        if (newer.isEmpty()) {
            return;
        }
        evidence.arrived().stream()
                .filter(one -> one.result().equals(Ending.SUCCESS.name())
                        && one.atNanos() > newer.get().atNanos())
                .findFirst()
                .ifPresent(older -> fault("told SUCCESS "
                        + Duration.ofNanos(older.atNanos() - newer.get().atNanos())
                                .toMillis() + " ms after BOUNCEBACK"));
    }

    private void isSentNoMoreThanAllowed() {
        List<Asked> calls = evidence.asked().stream()
                .sorted(Comparator.comparingLong(Asked::atNanos))
                .toList();
        List<Asked> submissions = calls.stream()
                .filter(asked -> asked.sort() == Asked.Sort.SUBMIT)
                .toList();
        if (evidence.is(Kind.RELAY)) {
            if (submissions.size() > evidence.sent()) {
                fault("passed on " + submissions.size() + " times, and asked for " + evidence.sent() + " times");
            }
            return;
        }
        for (int i = 1; i < submissions.size(); i++) {
            Asked before = submissions.get(i - 1);
            Asked again = submissions.get(i);
            if (!mayBeSentAgain(before, again, calls)) {
                fault("sent again after " + before.answer() + "; calls were " + told(calls));
            }
        }
    }

    private boolean mayBeSentAgain(Asked before, Asked again, List<Asked> calls) {
        if (before.answer().equals("IS_BUSY") || before.answer().equals("REFUSES")) {
            return true;
        }
        List<Asked> unknown = calls.stream()
                .filter(asked -> asked.answer().equals("ORDER_NOT_EXIST")
                        && asked.atNanos() > before.atNanos()
                        && asked.atNanos() < again.atNanos())
                .toList();
        return switch (order.kind()) {
            case LINK -> !unknown.isEmpty();
            case PAYOUT ->
                unknown.size() > 1
                        && unknown.getLast().atNanos() - unknown.getFirst().atNanos() >= APART.toNanos();
            case CAPTURE, CANCEL, RELAY, PAYMENT -> false;
        };
    }

    private static String told(List<Asked> calls) {
        long first = calls.getFirst().atNanos();
        return calls.stream()
                .map(asked -> Map.entry(asked.sort() + " " + asked.answer(), asked.atNanos() - first))
                .map(one ->
                        one.getKey() + " at " + Duration.ofNanos(one.getValue()).toMillis() + " ms")
                .collect(Collectors.joining(", "));
    }
}
