package io.quittance.application.payout;

import static io.quittance.application.payout.GivenPayouts.TRADE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.store.Given;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Heard;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.Statement;
import io.quittance.domain.payout.SubStatus;
import io.quittance.domain.payout.Sum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One story, whatever the order: told through the use cases, with what hangs on a payout, by chance. */
@Label("Whatever upstream tells of a payout, in any order and any number of times")
class PayoutPropertiesTest {
    private static final Instant PAID_AT = Given.NOON.minusSeconds(60);
    private static final Instant ENDED_AT = Given.NOON.minusSeconds(5);
    private static final Failure WHY = new Failure("INVALID_ACCOUNT", "no");
    private static final Leg DEBIT = Leg.of(Sum.of(Money.of("31.50", "PHP")));

    enum What {
        PROCESSING,
        SETTLED,
        DECLINED,
        RETURNED
    }

    /** A message as upstream might send it. @param full whether it says all the amounts */
    record Saying(What what, boolean full, int wording) {
        Report report() {
            Statement said = full
                    ? new Statement(new Legs(Leg.of(Sum.of(TRADE)), DEBIT, Leg.UNSAID), Particulars.NONE)
                    : Statement.NOTHING;
            return switch (what) {
                case PROCESSING -> new Report.Processing(said, Optional.empty(), Given.NOON);
                case SETTLED -> new Report.Settled(said, PAID_AT);
                case DECLINED -> new Report.Declined(said, ENDED_AT, WHY);
                case RETURNED -> new Report.Returned(said, Optional.of(PAID_AT), ENDED_AT, Optional.of(WHY));
            };
        }
    }

    /** What can be told of one end, each at least once, in some order. */
    record Facts(State end, List<Saying> told) {}

    private static Arbitrary<Saying> sayings(What... what) {
        return Combinators.combine(
                        Arbitraries.of(what),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 3))
                .as(Saying::new);
    }

    private static Arbitrary<Facts> facts(State end, Saying last, What... what) {
        return sayings(what).list().ofMaxSize(8).flatMap(some -> {
            List<Saying> all = new ArrayList<>(some);
            all.add(last);
            return Arbitraries.shuffle(all).map(told -> new Facts(end, told));
        });
    }

    @Provide
    Arbitrary<Facts> consistent() {
        return Arbitraries.oneOf(
                facts(new State.Succeeded(PAID_AT), new Saying(What.SETTLED, true, 0), What.PROCESSING, What.SETTLED),
                facts(
                        new State.Failed(ENDED_AT, WHY, false),
                        new Saying(What.DECLINED, true, 0),
                        What.PROCESSING,
                        What.DECLINED),
                facts(
                        new State.BouncedBack(Optional.of(PAID_AT), ENDED_AT, Optional.of(WHY)),
                        new Saying(What.RETURNED, true, 0),
                        What.PROCESSING,
                        What.SETTLED,
                        What.RETURNED));
    }

    @Property(tries = 300)
    @Label("the same consistent facts end in the same state, and each result is announced once")
    void consistent_facts(@ForAll("consistent") Facts facts) {
        PayoutScene scene = new PayoutScene(new PlayedPayoutAcquirer());
        Payout payout = scene.requested();

        List<Settled> outcomes = tell(scene, payout, facts.told());

        Payout now = scene.now(payout);
        assertEquals(facts.end(), now.state());
        assertEquals(DEBIT, now.legs().source(), "whoever told the amounts, they are known");
        assertTrue(!outcomes.contains(Settled.CONTRADICTED), outcomes.toString());
        assertEquals(List.of(), scene.discrepancies());
        List<String> owed = owed(scene, payout);
        assertEquals(owed.stream().distinct().toList(), owed, "each result once");
        assertEquals(PayoutKind.name(now), owed.getLast());
        boolean bouncedFirst = owed.equals(List.of("BOUNCEBACK"));
        assertTrue(owed.size() == 1 || owed.equals(List.of("SUCCESS", "BOUNCEBACK")), owed.toString());
        assertEquals(
                facts.end() instanceof State.BouncedBack
                        && firstOf(facts.told(), What.RETURNED, What.SETTLED) == What.RETURNED,
                bouncedFirst);
        assertEquals(Optional.empty(), scene.errand(payout));
    }

    /** A sub-status as it is said at a time; the same words at another time are the same message. */
    record SubSaying(String subStatus, int second) {}

    /** The same sub-statuses, each told once at least, in two orders and multiplicities. */
    record TwoOrders(List<SubSaying> one, List<SubSaying> other) {}

    @Provide
    Arbitrary<TwoOrders> subStatuses() {
        Arbitrary<SubSaying> saying = Combinators.combine(
                        Arbitraries.of("PEND_RFI_MATERIAL", "REVIEW", "TRANSMIT"),
                        Arbitraries.integers().between(0, 5))
                .as(SubSaying::new);
        return saying.list().ofMinSize(1).ofMaxSize(6).flatMap(facts -> {
            Arbitrary<List<SubSaying>> again = Arbitraries.of(facts).list().ofMaxSize(4);
            return Combinators.combine(again, again)
                    .flatAs((some, others) -> Combinators.combine(shuffled(facts, some), shuffled(facts, others))
                            .as(TwoOrders::new));
        });
    }

    private static Arbitrary<List<SubSaying>> shuffled(List<SubSaying> facts, List<SubSaying> again) {
        List<SubSaying> all = new ArrayList<>(facts);
        all.addAll(again);
        return Arbitraries.shuffle(all);
    }

    @Property(tries = 300)
    @Label("the same sub-statuses, in any order and any number of times, end in the one that was said last")
    void sub_statuses(@ForAll("subStatuses") TwoOrders orders) {
        List<State> ends = new ArrayList<>();
        for (List<SubSaying> sayings : List.of(orders.one(), orders.other())) {
            PayoutScene scene = new PayoutScene(new PlayedPayoutAcquirer());
            Payout payout = scene.requested();
            for (SubSaying saying : sayings) {
                Report report = new Report.Processing(
                        Statement.NOTHING,
                        Optional.of(new SubStatus(saying.subStatus())),
                        Given.NOON.plusSeconds(saying.second()));
                scene.settlement.settle(
                        List.of(scene.holder), PayoutScene.told(payout.order(), report, saying.subStatus()));
            }
            ends.add(scene.now(payout).state());
            assertEquals(List.of(), scene.discrepancies());
        }
        SubSaying last = orders.one().stream()
                .max(Comparator.comparing(SubSaying::second).thenComparing(SubSaying::subStatus))
                .orElseThrow();
        Heard heard = new Heard(Given.NOON.plusSeconds(last.second()), Optional.of(new SubStatus(last.subStatus())));
        State end = new State.Pending(Optional.of(heard));
        assertEquals(List.of(end, end), ends);
    }

    @Provide
    Arbitrary<List<Saying>> anything() {
        return sayings(What.values()).list().ofMinSize(1).ofMaxSize(10);
    }

    @Property(tries = 300)
    @Label("of contradicting ends the first stands, exactly that one is announced, and every other is a discrepancy")
    void contradicting_facts(@ForAll("anything") List<Saying> told) {
        PayoutScene scene = new PayoutScene(new PlayedPayoutAcquirer());
        Payout payout = scene.requested();

        List<Settled> outcomes = tell(scene, payout, told);

        Optional<What> first = told.stream()
                .map(Saying::what)
                .filter(what -> what != What.PROCESSING)
                .findFirst();
        Payout now = scene.now(payout);
        List<String> owed = owed(scene, payout);
        if (first.isEmpty()) {
            assertEquals("PENDING", PayoutKind.name(now));
            assertEquals(List.of(), owed);
            return;
        }
        boolean failed = first.get() == What.DECLINED;
        assertEquals(failed, now.state() instanceof State.Failed);
        assertEquals(failed ? List.of("FAILED") : owed, owed);
        for (int i = 0; i < told.size(); i++) {
            boolean contradicts = failed
                    ? told.get(i).what() == What.SETTLED || told.get(i).what() == What.RETURNED
                    : told.get(i).what() == What.DECLINED && i > told.indexOf(firstSaying(told));
            assertEquals(contradicts, outcomes.get(i) == Settled.CONTRADICTED, told + " at " + i);
        }
        assertEquals(
                outcomes.contains(Settled.CONTRADICTED), !scene.discrepancies().isEmpty());
        assertEquals(owed.size(), scene.deliveries(payout).size());
    }

    private static Saying firstSaying(List<Saying> told) {
        return told.stream()
                .filter(saying -> saying.what() != What.PROCESSING)
                .findFirst()
                .orElseThrow();
    }

    private static What firstOf(List<Saying> told, What... some) {
        return told.stream()
                .map(Saying::what)
                .filter(List.of(some)::contains)
                .findFirst()
                .orElseThrow();
    }

    private static List<Settled> tell(PayoutScene scene, Payout payout, List<Saying> told) {
        return told.stream()
                .map(saying -> scene.settlement.settle(
                        List.of(scene.holder), PayoutScene.told(payout.order(), saying.report(), saying.toString())))
                .toList();
    }

    /** The results that its merchant was ever owed, in that order. */
    private static List<String> owed(PayoutScene scene, Payout payout) {
        return scene.story(payout).stream()
                .map(row -> row.entry())
                .filter(entry -> entry.kind() == Kind.OWED)
                .map(JournalEntry::note)
                .map(note -> note.substring(note.lastIndexOf(' ') + 1))
                .toList();
    }
}
