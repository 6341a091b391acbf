package io.quittance.application.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.capture.Captures.Added;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamCaptureNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Captures} promises. */
public interface CapturesContract extends ExactCapturesContract {
    @Override
    Store store();

    private Captures captures() {
        return store().captures();
    }

    private Added add(Capture capture) {
        return store().answer(() -> captures().add(capture));
    }

    private void replace(Capture next) {
        store().perform(() -> captures().replace(next));
    }

    private MerchantId merchant() {
        return Given.merchant(store()).id();
    }

    @Test
    default void keeps_a_new_capture_and_finds_it_by_both_its_ids() {
        Capture capture = Given.capture(merchant());

        assertEquals(new Added.New(), add(capture));

        assertEquals(Optional.of(capture), captures().find(capture.id()));
        assertEquals(Optional.of(capture), captures().find(capture.merchant(), capture.request()));
    }

    @Test
    default void finds_nothing_that_was_never_kept() {
        assertEquals(Optional.empty(), captures().find(new CaptureId(Given.unique("C"))));
        assertEquals(Optional.empty(), captures().find(merchant(), new RequestId("R")));
    }

    @Test
    default void answers_with_the_capture_that_used_the_request_id_before() {
        Capture earlier = Given.kept(store());
        Capture later = Given.capture(
                earlier.merchant(), Given.unique("C"), earlier.request().value());

        assertEquals(new Added.Known(earlier), add(later));

        assertEquals(Optional.empty(), captures().find(later.id()));
    }

    @Test
    default void answers_with_the_earlier_capture_as_it_is_now() {
        Capture earlier = Given.kept(store());
        Capture now = Given.succeeded(earlier).numbered(new UpstreamCaptureNo("UP-1"));
        replace(now);

        assertEquals(
                new Added.Known(now),
                add(Given.capture(
                        earlier.merchant(), Given.unique("C"), earlier.request().value())));
    }

    @Test
    default void knows_its_own_capture_again_in_the_same_transaction() {
        Capture capture = Given.capture(merchant());

        Added again = store().answer(() -> {
            captures().add(capture);
            return captures().add(capture);
        });

        assertEquals(new Added.Known(capture), again);
    }

    @Test
    default void says_when_the_number_is_another_captures() {
        Capture earlier = Given.kept(store());
        Capture sameNumber = Given.capture(earlier.merchant(), earlier.id().value(), Given.unique("R"));
        Capture otherMerchants = Given.capture(merchant(), earlier.id().value(), Given.unique("R"));

        assertEquals(new Added.NumberTaken(), add(sameNumber));
        assertEquals(new Added.NumberTaken(), add(otherMerchants));

        assertEquals(Optional.of(earlier), captures().find(earlier.id()));
        assertEquals(Optional.empty(), captures().find(sameNumber.merchant(), sameNumber.request()));
    }

    @Test
    default void looks_at_the_request_id_first_where_both_ids_are_known() {
        Capture earlier = Given.kept(store());

        assertEquals(new Added.Known(earlier), add(earlier));
    }

    @Test
    default void keeps_the_same_request_id_once_for_each_merchant() {
        String request = Given.unique("R");
        Capture one = Given.capture(merchant(), Given.unique("C"), request);
        Capture other = Given.capture(merchant(), Given.unique("C"), request);

        assertEquals(new Added.New(), add(one));
        assertEquals(new Added.New(), add(other));

        assertEquals(Optional.of(one), captures().find(one.merchant(), one.request()));
        assertEquals(Optional.of(other), captures().find(other.merchant(), other.request()));
    }

    @Test
    default void goes_on_in_the_same_transaction_after_a_duplicate() {
        Capture earlier = Given.kept(store());
        Capture another = Given.capture(earlier.merchant());

        store().perform(() -> {
            captures().add(earlier);
            captures().add(Given.capture(earlier.merchant(), earlier.id().value(), Given.unique("R")));
            captures().add(another);
        });

        assertEquals(Optional.of(another), captures().find(another.id()));
    }

    @Test
    default void reads_for_a_decision_by_both_ids_what_it_would_find() {
        Capture capture = Given.kept(store());

        assertEquals(Optional.of(capture), store().answer(() -> captures().lock(capture.id())));
        assertEquals(
                Optional.of(capture), store().answer(() -> captures().lock(capture.merchant(), capture.request())));
    }

    @Test
    default void locks_nothing_that_is_not_there() {
        MerchantId merchant = merchant();

        assertEquals(Optional.empty(), store().answer(() -> captures().lock(new CaptureId(Given.unique("C")))));
        assertEquals(Optional.empty(), store().answer(() -> captures().lock(merchant, new RequestId("unheard of"))));
    }

    @Test
    default void refuses_to_replace_what_is_not_there() {
        Capture never = Given.capture(merchant());

        assertThrows(IllegalStateException.class, () -> replace(never));

        assertEquals(Optional.empty(), captures().find(never.id()));
    }

    @Test
    default void accepts_a_replacement_that_changes_nothing() {
        Capture capture = Given.kept(store());

        replace(capture);

        assertEquals(Optional.of(capture), captures().find(capture.id()));
    }

    @Test
    default void replaces_that_capture_only() {
        Capture one = Given.kept(store());
        Capture other = Given.kept(store(), Given.capture(one.merchant()));

        replace(Given.succeeded(one));

        assertEquals(Optional.of(other), captures().find(other.id()));
    }

    @Test
    default void counts_what_is_overdue_until_it_ends() {
        Capture capture = Given.kept(store());
        long before = captures().overdue();

        store().perform(() -> captures().markOverdue(capture.id(), Given.NOON));
        assertEquals(before + 1, captures().overdue());
        store().perform(() -> captures().markOverdue(capture.id(), Given.NOON.plusSeconds(1)));
        assertEquals(before + 1, captures().overdue(), "marked twice");
        replace(capture.numbered(new UpstreamCaptureNo("UP-4")));
        assertEquals(before + 1, captures().overdue(), "still pending");
        replace(Given.succeeded(capture));
        assertEquals(before, captures().overdue(), "ended");
    }

    @Test
    default void takes_the_mark_away_from_a_failed_one_as_well() {
        Capture capture = Given.kept(store());
        long before = captures().overdue();

        store().perform(() -> captures().markOverdue(capture.id(), Given.NOON));
        replace(Given.failed(capture, new Failure("X", "y")));

        assertEquals(before, captures().overdue());
    }

    @Test
    default void lets_one_of_many_win_that_add_the_same_request_at_once() {
        MerchantId merchant = merchant();
        String request = Given.unique("R");
        List<Capture> rivals = Stream.generate(() -> Given.capture(merchant, Given.unique("C"), request))
                .limit(8)
                .toList();

        List<Added> answers = AtOnce.all(rivals, this::add);

        Capture winner = captures().find(merchant, new RequestId(request)).orElseThrow();
        for (int i = 0; i < rivals.size(); i++) {
            Added expected = rivals.get(i).equals(winner) ? new Added.New() : new Added.Known(winner);
            assertEquals(expected, answers.get(i));
        }
    }

    @Test
    default void gives_a_locked_capture_to_one_at_a_time() {
        Capture capture = Given.kept(store());
        List<String> numbers =
                Stream.generate(() -> Given.unique("UP")).limit(8).toList();

        List<Optional<UpstreamCaptureNo>> seen = AtOnce.all(
                numbers,
                number -> store().answer(() -> {
                    Capture locked = captures().lock(capture.id()).orElseThrow();
                    captures().replace(locked.numbered(new UpstreamCaptureNo(number)));
                    return locked.upstreamNo();
                }));

        Optional<UpstreamCaptureNo> first =
                captures().find(capture.id()).orElseThrow().upstreamNo();
        assertEquals(1, seen.stream().filter(Optional::isEmpty).count(), "only the first found it without a number");
        assertEquals(7, seen.stream().filter(first::equals).count(), "all others saw what the first had kept");
    }
}
