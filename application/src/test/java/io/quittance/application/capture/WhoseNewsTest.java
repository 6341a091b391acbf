package io.quittance.application.capture;

import static io.quittance.application.capture.Scene.AMOUNT;
import static io.quittance.application.capture.Scene.ORDER;
import static io.quittance.application.capture.Scene.told;
import static io.quittance.application.lifecycle.Settled.CONTRADICTED;
import static io.quittance.application.lifecycle.Settled.RECORDED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.account.Holder;
import io.quittance.application.store.Given;
import io.quittance.domain.account.Account;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("News of a capture")
class WhoseNewsTest {
    private static final Terms TERMS = GivenOperations.terms(ORDER, AMOUNT);
    private static final Report SETTLED = new Report.Settled(TERMS, Given.NOON.minusSeconds(5));

    private final Scene scene = new Scene();
    private final Capture capture = scene.requested();

    private void staysAsItWas(String why) {
        assertEquals(capture, scene.now(capture));
        assertEquals(List.of(), scene.deliveries(capture));
        assertEquals(
                List.of(why),
                scene.discrepancies().stream()
                        .map(open -> open.discrepancy().why())
                        .toList());
    }

    @Test
    void under_the_number_that_upstream_has_for_another_moves_neither() {
        Capture other = scene.requested();
        scene.settle(other, new Report.Processing(TERMS));

        assertEquals(CONTRADICTED, scene.settle(capture, SETTLED));

        staysAsItWas("under the number that upstream has for another order");
        assertEquals("PENDING", scene.state(other));
    }

    @Nested
    class Told_by_an_account_of_the_same_merchant {
        private final Account another = Given.opened(scene.store.accounts(), scene.merchant.id(), Given.newAccount());
        private final Holder stranger = new Holder(scene.merchant, another);

        @Test
        void that_it_did_not_go_through_moves_nothing() {
            assertEquals(CONTRADICTED, scene.settlement.settle(List.of(stranger), told(capture.request(), SETTLED)));

            staysAsItWas("told by an account that it did not go through");
        }

        @Test
        void is_its_own_accounts_where_the_same_key_is_several_accounts() {
            List<Holder> both = List.of(stranger, scene.holder);

            assertEquals(RECORDED, scene.settlement.settle(both, told(capture.request(), SETTLED)));
        }

        @Test
        void that_begins_it_makes_one_that_goes_through_that_account() {
            assertEquals(
                    RECORDED,
                    scene.settlement.settle(
                            List.of(stranger),
                            told(GivenOperations.captureKey("new").request(), SETTLED)));

            assertEquals(
                    Optional.of(another.id()),
                    scene.store
                            .operations()
                            .find(scene.merchant.id(), GivenOperations.captureKey("new"))
                            .map(made -> made.account()));
        }
    }
}
