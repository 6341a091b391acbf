package io.quittance.application.capture;

import static io.quittance.application.capture.Scene.AMOUNT;
import static io.quittance.application.capture.Scene.ORDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.SettleOperation.Told;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One story, whatever the order: told through the use cases, with what hangs on a capture, by chance. */
@Label("Whatever upstream tells of a capture, in any order and any number of times")
class CapturePropertiesTest {
    private static final Instant THEN = Given.NOON.minusSeconds(5);
    private static final Failure WHY = new Failure("PAYMENT_FAILED", "no");
    private static final List<Terms> AGREEING = List.of(
            Terms.UNSAID,
            GivenOperations.terms(ORDER, AMOUNT),
            new Terms(Optional.empty(), Optional.of(ORDER), Optional.empty(), Optional.empty()),
            new Terms(Optional.empty(), Optional.empty(), Optional.of(AMOUNT.amount()), Optional.empty()),
            new Terms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(AMOUNT.currency())));
    private static final List<Terms> CONTRADICTING = List.of(
            GivenOperations.terms(new OutTradeNo("ORDER-2"), AMOUNT),
            GivenOperations.terms(ORDER, Money.of("100.51", "USD")),
            new Terms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new Currency("EUR"))));

    private static final Arbitrary<Numbered> CONSISTENT = Arbitraries.of(Numbered.UNNUMBERED, Numbered.AS_KNOWN);

    /** A message as upstream might send it. @param wording tells messages apart that say the same */
    record Saying(What what, Terms terms, int wording, Numbered numbered) {
        Report report() {
            return switch (what) {
                case PROCESSING -> new Report.Processing(terms);
                case SETTLED -> new Report.Settled(terms, THEN);
                case DECLINED -> new Report.Declined(terms, THEN, WHY);
            };
        }

        Told about(RequestId request) {
            Told told = Scene.told(request, report(), report() + ", wording " + wording + numbered);
            Optional<UpstreamNo> number = switch (numbered) {
                case UNNUMBERED -> Optional.empty();
                case AS_KNOWN -> Optional.of(Scene.NUMBER);
                case OTHERWISE -> Optional.of(new UpstreamNo("UP-2"));
            };
            return new Told(
                    told.sort(),
                    request,
                    GivenOperations.under(number, report()),
                    told.last(),
                    told.createdAt(),
                    told.message());
        }
    }

    /** Under which number of upstream's it is told. */
    enum Numbered {
        UNNUMBERED,
        AS_KNOWN,
        OTHERWISE
    }

    enum What {
        PROCESSING,
        SETTLED,
        DECLINED
    }

    /** What can be told of consistent facts, and in which order it is told to whom. */
    record Facts(State end, List<Saying> toOne, List<Saying> toOther) {}

    @Provide
    Arbitrary<Facts> consistent() {
        return Arbitraries.of(What.SETTLED, What.DECLINED).flatMap(end -> {
            Arbitrary<List<Saying>> sayings = saying(
                            Arbitraries.of(What.PROCESSING, end), Arbitraries.of(AGREEING), CONSISTENT)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(10);
            Arbitrary<Saying> last = saying(Arbitraries.just(end), Arbitraries.of(AGREEING), CONSISTENT);
            return Combinators.combine(sayings, last).flatAs((some, certain) -> {
                List<Saying> all = new ArrayList<>(some);
                all.add(certain);
                List<Saying> twice = new ArrayList<>(all);
                twice.addAll(some);
                State state = end == What.SETTLED ? new State.Succeeded(THEN) : new State.Failed(THEN, WHY);
                return Combinators.combine(Arbitraries.shuffle(all), Arbitraries.shuffle(twice))
                        .as((one, other) -> new Facts(state, one, other));
            });
        });
    }

    @Provide
    Arbitrary<List<Saying>> anything() {
        List<Terms> terms = new ArrayList<>(AGREEING);
        terms.addAll(CONTRADICTING);
        return saying(Arbitraries.of(What.class), Arbitraries.of(terms), Arbitraries.of(Numbered.class))
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    private static Arbitrary<Saying> saying(
            Arbitrary<What> what, Arbitrary<Terms> terms, Arbitrary<Numbered> numbered) {
        return Combinators.combine(what, terms, Arbitraries.integers().between(1, 2), numbered)
                .as(Saying::new);
    }

    @Property(tries = 1000)
    @Label("consistent facts end in the same state and the same one announcement")
    void consistent_facts_end_alike(@ForAll("consistent") Facts facts) {
        for (List<Saying> sayings : List.of(facts.toOne(), facts.toOther())) {
            Scene scene = new Scene(false);
            Capture capture = scene.requested();

            sayings.forEach(saying -> scene.settle(saying.about(capture.request())));

            assertEquals(facts.end(), scene.now(capture).state());
            assertAnnounced(scene, capture);
            assertEquals(List.of(), scene.discrepancies());
            assertEquals(Optional.empty(), scene.errand(capture));
        }
    }

    @Property(tries = 1000)
    @Label("of contradicting facts the first final stands, is announced once, and each other is one discrepancy")
    void contradicting_facts_end_in_the_first(@ForAll("anything") List<Saying> sayings) {
        Scene scene = new Scene(false);
        Capture capture = scene.requested();
        Optional<What> end = Optional.empty();
        Map<Fingerprint, Integer> contradictions = new HashMap<>();

        for (Saying saying : sayings) {
            Told told = saying.about(capture.request());
            Optional<UpstreamNo> number = scene.now(capture).upstreamNo();
            Settled outcome = scene.settle(told);
            Settled expected = expected(end, number, told, saying);
            assertEquals(expected, outcome, saying.toString());
            if (expected == Settled.RECORDED) {
                end = Optional.of(saying.what());
            }
            if (expected == Settled.CONTRADICTED) {
                contradictions.merge(told.message().fingerprint(), 0, (repeats, _) -> repeats + 1);
            }
        }

        String state =
                end.map(what -> what == What.SETTLED ? "SUCCESS" : "FAILED").orElse("PENDING");
        assertEquals(state, scene.state(capture));
        if (end.isPresent()) {
            assertAnnounced(scene, capture);
        } else {
            assertEquals(0, scene.store.outbox().size());
        }
        Map<Fingerprint, Integer> kept = new HashMap<>();
        for (Kept open : scene.discrepancies()) {
            kept.put(open.discrepancy().message().fingerprint(), open.repeats());
        }
        assertEquals(contradictions, kept);
        assertEquals(contradictions.size(), scene.discrepancies().size());
    }

    /** The rule in its shortest form: the number and the terms first, then the first final. */
    private static Settled expected(Optional<What> end, Optional<UpstreamNo> known, Told told, Saying saying) {
        Optional<UpstreamNo> number = told.report().terms().number();
        boolean another = number.isPresent() && known.isPresent() && !number.equals(known);
        if (another || CONTRADICTING.contains(saying.terms())) {
            return Settled.CONTRADICTED;
        }
        if (saying.what() == What.PROCESSING) {
            return Settled.KNOWN_ALREADY;
        }
        if (end.isEmpty()) {
            return Settled.RECORDED;
        }
        return end.get() == saying.what() ? Settled.KNOWN_ALREADY : Settled.CONTRADICTED;
    }

    /** Exactly one message is owed, it tells of the end that stands, and the story says so once. */
    private static void assertAnnounced(Scene scene, Capture capture) {
        List<OwedNews> owed = scene.deliveries(capture);
        assertEquals(1, scene.store.outbox().size());
        assertEquals(1, owed.size());
        assertEquals(1, scene.kinds(capture).stream().filter(Kind.OWED::equals).count());
        assertEquals(1, scene.kinds(capture).stream().filter(Kind.MOVED::equals).count());
        assertEquals(1, scene.deliveriesRung.size());
        String told = owed.getFirst().body().asUtf8();
        assertTrue(told.contains("state=" + scene.now(capture).state()), told);
    }
}
