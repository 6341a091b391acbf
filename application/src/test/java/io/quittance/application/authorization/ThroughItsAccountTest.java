package io.quittance.application.authorization;

import static io.quittance.application.authorization.AuthorizationScene.ORDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.RequestOperation.Outcome;
import io.quittance.application.errand.Errand;
import io.quittance.application.store.Given;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.authorization.Payment.Mode;
import io.quittance.domain.authorization.Payment.Report;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.money.Money;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Only whoever holds an amount can collect it or give it back, whatever a route says today. */
@DisplayName("A capture or a cancel")
class ThroughItsAccountTest {
    private final AuthorizationScene scene = new AuthorizationScene();
    private final Account second = Given.opened(scene.store.accounts(), scene.merchant.id(), Given.newAccount());

    private static Operation accepted(Outcome outcome) {
        return ((Outcome.Accepted) outcome).operation();
    }

    private List<AccountId> errands() {
        return scene.store.errands().all().stream().map(Errand::account).toList();
    }

    @Test
    void goes_through_the_account_that_told_of_its_authorization() {
        scene.told(
                List.of(new Holder(scene.merchant, second)),
                new Report.Paid(
                        AuthorizationScene.terms(Mode.MANUAL), scene.clock.instant(), AuthorizationScene.DETAILS));

        Operation capture = accepted(scene.capture("R1", Money.of("1", "USD")));

        assertEquals(second.id(), capture.account());
        assertEquals(
                second.id(),
                scene.store.operations().find(capture.id()).orElseThrow().account());
        assertEquals(List.of(second.id()), errands());
        assertEquals(
                second.id(),
                scene.store
                        .authorizations()
                        .find(scene.merchant.id(), ORDER)
                        .orElseThrow()
                        .account());
    }

    @Test
    void goes_where_its_merchants_routes_lead_while_no_authorization_is_known() {
        Operation capture = accepted(scene.capture("R1", Money.of("1", "USD")));

        assertNotEquals(second.id(), capture.account());
        assertEquals(Given.holder(scene.store, scene.merchant).account().id(), capture.account());
    }
}
