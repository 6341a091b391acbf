package io.quittance.application.errand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Handled;
import io.quittance.application.shard.Lease;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.paymentlink.LinkId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An errand")
class ErrandsByKindTest {
    private static final Lease LEASE = new Lease(new Shard(0), "this instance", 1);
    private static final MerchantId MERCHANT = new MerchantId(1);
    private static final Errand ABOUT_A_LINK =
            Errand.expire(ObjectRef.of(new LinkId("L1")), MERCHANT, Given.account(MERCHANT), Given.NOON);
    private static final Errand ABOUT_A_CAPTURE = Given.errand(GivenOperations.capture(MERCHANT), Given.NOON);

    /** Answers that it is due again at that time. */
    private record Played(Set<ObjectRef.Kind> kinds, Instant again) implements RunErrand {
        @Override
        public Handled run(Lease lease, Errand errand) {
            return Handled.silently(Optional.of(again));
        }
    }

    private final RunErrand ofLinks = new Played(Set.of(ObjectRef.Kind.PAYMENT_LINK), Given.NOON);
    private final RunErrand ofOthers =
            new Played(Set.of(ObjectRef.Kind.CAPTURE, ObjectRef.Kind.PAYOUT), Given.NOON.plusSeconds(1));

    @Test
    void is_given_to_whoever_runs_those_about_its_kind() {
        var all = new ErrandsByKind(List.of(ofLinks, ofOthers));

        assertEquals(Optional.of(Given.NOON), all.run(LEASE, ABOUT_A_LINK).again());
        assertEquals(
                Optional.of(Given.NOON.plusSeconds(1)),
                all.run(LEASE, ABOUT_A_CAPTURE).again());
    }

    @Test
    void that_nobody_runs_is_our_own_fault() {
        var all = new ErrandsByKind(List.of(ofLinks));

        assertThrows(IllegalStateException.class, () -> all.run(LEASE, ABOUT_A_CAPTURE));
    }

    @Test
    void is_never_run_by_two() {
        assertThrows(IllegalStateException.class, () -> new ErrandsByKind(List.of(ofLinks, ofOthers, ofLinks)));
    }
}
