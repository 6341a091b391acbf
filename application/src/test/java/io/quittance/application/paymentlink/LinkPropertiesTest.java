package io.quittance.application.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.store.Given;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Terms;
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

@Label("A link that upstream tells of in any order")
class LinkPropertiesTest {
    private static final Instant EARLY = Given.NOON.plusSeconds(60);
    private static final List<String> NUMBERS = List.of("T1", "T2", "T3");

    /** A message as upstream might send it: of one transaction, or of the link's end. */
    record Saying(Optional<LinkTransaction> transaction) {
        SettlePaymentLink.Told about(String request) {
            return LinkScene.told(
                    request,
                    Terms.UNSAID,
                    transaction.isEmpty(),
                    transaction.isEmpty() ? Optional.of(EARLY) : Optional.empty(),
                    transaction.stream().toList());
        }
    }

    private static Saying saying(String no, Status status) {
        return new Saying(Optional.of(LinkScene.transaction(no, status)));
    }

    private static final Saying ENDED = new Saying(Optional.empty());

    /** The same facts, each told once at least, in two orders and multiplicities. */
    record Facts(List<Saying> toOne, List<Saying> toOther) {}

    /** T1 pays, T2 closes, T3 stays pending; each may have been pending before, and the link may have ended. */
    @Provide
    Arbitrary<Facts> consistent() {
        List<Saying> certain =
                List.of(saying("T1", Status.SUCCESS), saying("T2", Status.CLOSE), saying("T3", Status.PENDING), ENDED);
        List<Saying> possible = new ArrayList<>(certain);
        NUMBERS.forEach(no -> possible.add(saying(no, Status.PENDING)));
        Arbitrary<List<Saying>> some = Arbitraries.of(possible).list().ofMaxSize(8);
        return Combinators.combine(some, some).flatAs((one, other) -> {
            List<Saying> first = new ArrayList<>(certain);
            first.addAll(one);
            List<Saying> second = new ArrayList<>(certain);
            second.addAll(other);
            return Combinators.combine(Arbitraries.shuffle(first), Arbitraries.shuffle(second))
                    .as(Facts::new);
        });
    }

    @Provide
    Arbitrary<List<Saying>> anything() {
        Arbitrary<Saying> transacted = Combinators.combine(Arbitraries.of(NUMBERS), Arbitraries.of(Status.class))
                .as(LinkPropertiesTest::saying);
        return Arbitraries.oneOf(transacted, Arbitraries.just(ENDED))
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    @Property(tries = 500)
    @Label("consistent facts end in the same link and the same one announcement")
    void consistent_facts_end_alike(@ForAll("consistent") Facts facts) {
        List<PaymentLink> ends = new ArrayList<>();
        for (List<Saying> sayings : List.of(facts.toOne(), facts.toOther())) {
            LinkScene scene = new LinkScene(false);
            scene.created("M1");

            sayings.forEach(saying -> scene.settle(saying.about("M1")));

            PaymentLink link = scene.now("M1");
            assertEquals("PAID", PaymentLinkKind.name(link));
            assertEquals(List.of(), scene.discrepancies());
            assertAnnounced(scene, link, 1);
            ends.add(link);
        }
        PaymentLink one = ends.getFirst();
        PaymentLink other = ends.getLast();
        assertEquals(one.state(), other.state());
        assertEquals(one.transactions(), other.transactions());
        assertEquals(one.expiresAt(), other.expiresAt());
    }

    @Property(tries = 500)
    @Label("of contradicting facts the first stands, is announced once, and each other is one discrepancy")
    void contradicting_facts_end_in_the_first(@ForAll("anything") List<Saying> sayings) {
        LinkScene scene = new LinkScene(false);
        scene.created("M1");
        Map<String, Status> known = new HashMap<>();
        Optional<String> payer = Optional.empty();
        Map<String, Integer> contradictions = new HashMap<>();
        boolean ended = false;

        for (Saying saying : sayings) {
            Settled outcome = scene.settle(saying.about("M1"));
            if (saying.equals(ENDED)) {
                boolean news = !ended && payer.isEmpty();
                assertEquals(news ? Settled.RECORDED : Settled.KNOWN_ALREADY, outcome);
                ended = true;
                continue;
            }
            LinkTransaction told = saying.transaction().orElseThrow();
            String no = told.no().value();
            Settled expected = expected(known.get(no), told.status(), payer);
            assertEquals(expected, outcome, () -> saying + " after " + known);
            if (expected == Settled.RECORDED) {
                known.put(no, told.status());
                payer = told.status() == Status.SUCCESS ? Optional.of(no) : payer;
            }
            if (expected == Settled.CONTRADICTED) {
                contradictions.merge(
                        saying.about("M1").message().fingerprint().value(), 0, (repeats, _) -> repeats + 1);
            }
        }

        PaymentLink link = scene.now("M1");
        assertEquals(payer.isPresent(), link.isPaid());
        assertAnnounced(scene, link, payer.isPresent() ? 1 : 0);
        Map<String, Integer> kept = new HashMap<>();
        for (Kept open : scene.discrepancies()) {
            kept.put(open.discrepancy().message().fingerprint().value(), open.repeats());
        }
        assertEquals(contradictions, kept);
    }

    /** The rule in its shortest form: the first end of each transaction, and the first payment of the link. */
    private static Settled expected(Status known, Status told, Optional<String> payer) {
        if (known == told || told == Status.PENDING && known != null) {
            return Settled.KNOWN_ALREADY;
        }
        boolean ended = known == Status.SUCCESS || known == Status.CLOSE;
        boolean second = told == Status.SUCCESS && payer.isPresent();
        return ended || second ? Settled.CONTRADICTED : Settled.RECORDED;
    }

    private static void assertAnnounced(LinkScene scene, PaymentLink link, int times) {
        assertEquals(times, scene.store.outbox().size());
        assertEquals(times, scene.deliveries(link).size());
        assertEquals(times, scene.kinds(link).stream().filter(Kind.OWED::equals).count());
    }
}
