package io.quittance.application.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.authorization.Cancels.Added;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.CancelId;
import io.quittance.domain.authorization.UpstreamCancelNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Cancels} promises. */
public interface CancelsContract {
    Store store();

    private Cancels cancels() {
        return store().cancels();
    }

    private Added add(Cancel cancel) {
        return store().answer(() -> cancels().add(cancel));
    }

    private void replace(Cancel next) {
        store().perform(() -> cancels().replace(next));
    }

    private MerchantId merchant() {
        return Given.merchant(store()).id();
    }

    @Test
    default void keeps_a_new_cancel_and_finds_it_by_both_its_ids() {
        Cancel cancel = Authorized.cancel(merchant());

        assertEquals(new Added.New(), add(cancel));

        assertEquals(Optional.of(cancel), cancels().find(cancel.id()));
        assertEquals(Optional.of(cancel), cancels().find(cancel.merchant(), cancel.request()));
    }

    @Test
    default void finds_nothing_that_was_never_kept() {
        assertEquals(Optional.empty(), cancels().find(new CancelId(Given.unique("N"))));
        assertEquals(Optional.empty(), cancels().find(merchant(), new RequestId("R")));
    }

    @Test
    default void answers_with_the_cancel_that_used_the_request_id_before() {
        Cancel earlier = Authorized.kept(store());
        Cancel later = Authorized.cancel(
                earlier.merchant(), Given.unique("N"), earlier.request().value());

        assertEquals(new Added.Known(earlier), add(later));

        assertEquals(Optional.empty(), cancels().find(later.id()));
    }

    @Test
    default void answers_with_the_earlier_cancel_as_it_is_now() {
        Cancel earlier = Authorized.kept(store());
        Cancel now = Authorized.succeeded(earlier).numbered(new UpstreamCancelNo("UP-1"));
        replace(now);

        assertEquals(
                new Added.Known(now),
                add(Authorized.cancel(
                        earlier.merchant(), Given.unique("N"), earlier.request().value())));
    }

    @Test
    default void knows_its_own_cancel_again_in_the_same_transaction() {
        Cancel cancel = Authorized.cancel(merchant());

        Added again = store().answer(() -> {
            cancels().add(cancel);
            return cancels().add(cancel);
        });

        assertEquals(new Added.Known(cancel), again);
    }

    @Test
    default void says_when_the_number_is_another_cancels() {
        Cancel earlier = Authorized.kept(store());
        Cancel sameNumber = Authorized.cancel(earlier.merchant(), earlier.id().value(), Given.unique("R"));
        Cancel otherMerchants = Authorized.cancel(merchant(), earlier.id().value(), Given.unique("R"));

        assertEquals(new Added.NumberTaken(), add(sameNumber));
        assertEquals(new Added.NumberTaken(), add(otherMerchants));

        assertEquals(Optional.of(earlier), cancels().find(earlier.id()));
        assertEquals(Optional.empty(), cancels().find(sameNumber.merchant(), sameNumber.request()));
    }

    @Test
    default void looks_at_the_request_id_first_where_both_ids_are_known() {
        Cancel earlier = Authorized.kept(store());

        assertEquals(new Added.Known(earlier), add(earlier));
    }

    @Test
    default void keeps_the_same_request_id_once_for_each_merchant() {
        String request = Given.unique("R");
        Cancel one = Authorized.cancel(merchant(), Given.unique("N"), request);
        Cancel other = Authorized.cancel(merchant(), Given.unique("N"), request);

        assertEquals(new Added.New(), add(one));
        assertEquals(new Added.New(), add(other));

        assertEquals(Optional.of(one), cancels().find(one.merchant(), one.request()));
        assertEquals(Optional.of(other), cancels().find(other.merchant(), other.request()));
    }

    @Test
    default void goes_on_in_the_same_transaction_after_a_duplicate() {
        Cancel earlier = Authorized.kept(store());
        Cancel another = Authorized.cancel(earlier.merchant());

        store().perform(() -> {
            cancels().add(earlier);
            cancels().add(Authorized.cancel(earlier.merchant(), earlier.id().value(), Given.unique("R")));
            cancels().add(another);
        });

        assertEquals(Optional.of(another), cancels().find(another.id()));
    }

    @Test
    default void reads_for_a_decision_by_both_ids_what_it_would_find() {
        Cancel cancel = Authorized.kept(store());

        assertEquals(Optional.of(cancel), store().answer(() -> cancels().lock(cancel.id())));
        assertEquals(Optional.of(cancel), store().answer(() -> cancels().lock(cancel.merchant(), cancel.request())));
    }

    @Test
    default void locks_nothing_that_is_not_there() {
        MerchantId merchant = merchant();

        assertEquals(Optional.empty(), store().answer(() -> cancels().lock(new CancelId(Given.unique("N")))));
        assertEquals(Optional.empty(), store().answer(() -> cancels().lock(merchant, new RequestId("unheard of"))));
    }

    @Test
    default void refuses_to_replace_what_is_not_there() {
        Cancel never = Authorized.cancel(merchant());

        assertThrows(IllegalStateException.class, () -> replace(never));

        assertEquals(Optional.empty(), cancels().find(never.id()));
    }

    @Test
    default void accepts_a_replacement_that_changes_nothing() {
        Cancel cancel = Authorized.kept(store());

        replace(cancel);

        assertEquals(Optional.of(cancel), cancels().find(cancel.id()));
    }

    @Test
    default void keeps_every_state_with_all_that_it_holds() {
        Failure longest = new Failure("F".repeat(64), "\uD83D\uDE41".repeat(256));
        Cancel cancel = Authorized.cancel(merchant());
        add(cancel);
        List<Cancel> states = List.of(
                cancel,
                cancel.numbered(new UpstreamCancelNo("\uD83E\uDD8A".repeat(64))),
                Authorized.succeeded(cancel),
                Authorized.failed(cancel, new Failure("PAYMENT_FAILED", "")),
                Authorized.failed(cancel, longest));

        for (Cancel state : states) {
            replace(state);
            assertEquals(Optional.of(state), cancels().find(cancel.id()));
            assertEquals(Optional.of(state), cancels().find(cancel.merchant(), cancel.request()));
        }
    }

    @Test
    default void replaces_that_cancel_only() {
        Cancel one = Authorized.kept(store());
        Cancel other = Authorized.kept(store(), Authorized.cancel(one.merchant()));

        replace(Authorized.succeeded(one));

        assertEquals(Optional.of(other), cancels().find(other.id()));
    }

    @Test
    default void counts_what_is_overdue_until_it_ends() {
        Cancel cancel = Authorized.kept(store());
        long before = cancels().overdue();

        store().perform(() -> cancels().markOverdue(cancel.id(), Given.NOON));
        assertEquals(before + 1, cancels().overdue());
        store().perform(() -> cancels().markOverdue(cancel.id(), Given.NOON.plusSeconds(1)));
        assertEquals(before + 1, cancels().overdue(), "marked twice");
        replace(cancel.numbered(new UpstreamCancelNo("UP-4")));
        assertEquals(before + 1, cancels().overdue(), "still pending");
        replace(Authorized.succeeded(cancel));
        assertEquals(before, cancels().overdue(), "ended");
    }

    @Test
    default void takes_the_mark_away_from_a_failed_one_as_well() {
        Cancel cancel = Authorized.kept(store());
        long before = cancels().overdue();

        store().perform(() -> cancels().markOverdue(cancel.id(), Given.NOON));
        replace(Authorized.failed(cancel, new Failure("X", "y")));

        assertEquals(before, cancels().overdue());
    }

    @Test
    default void lets_one_of_many_win_that_add_the_same_request_at_once() {
        MerchantId merchant = merchant();
        String request = Given.unique("R");
        List<Cancel> rivals = Stream.generate(() -> Authorized.cancel(merchant, Given.unique("N"), request))
                .limit(8)
                .toList();

        List<Added> answers = AtOnce.all(rivals, this::add);

        Cancel winner = cancels().find(merchant, new RequestId(request)).orElseThrow();
        for (int i = 0; i < rivals.size(); i++) {
            Added expected = rivals.get(i).equals(winner) ? new Added.New() : new Added.Known(winner);
            assertEquals(expected, answers.get(i));
        }
    }

    @Test
    default void gives_a_locked_cancel_to_one_at_a_time() {
        Cancel cancel = Authorized.kept(store());
        List<String> numbers =
                Stream.generate(() -> Given.unique("UP")).limit(8).toList();

        List<Optional<UpstreamCancelNo>> seen = AtOnce.all(
                numbers,
                number -> store().answer(() -> {
                    Cancel locked = cancels().lock(cancel.id()).orElseThrow();
                    cancels().replace(locked.numbered(new UpstreamCancelNo(number)));
                    return locked.upstreamNo();
                }));

        Optional<UpstreamCancelNo> first =
                cancels().find(cancel.id()).orElseThrow().upstreamNo();
        assertEquals(1, seen.stream().filter(Optional::isEmpty).count(), "only the first found it without a number");
        assertEquals(7, seen.stream().filter(first::equals).count(), "all others saw what the first had kept");
    }
}
