package io.quittance.application.authorization;

import static io.quittance.application.authorization.AuthorizationScene.ORDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quittance.application.account.Holder;
import io.quittance.application.account.NewAccount;
import io.quittance.application.account.Routing;
import io.quittance.application.capture.GivenOperations;
import io.quittance.application.capture.OperationRequests;
import io.quittance.application.capture.RequestOperation.Command.Collect;
import io.quittance.application.capture.RequestOperation.Command.Release;
import io.quittance.application.capture.RequestOperation.Outcome;
import io.quittance.application.errand.Errand;
import io.quittance.application.store.Given;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Service;
import io.quittance.domain.authorization.Payment.Mode;
import io.quittance.domain.authorization.Payment.Report;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Only whoever holds an amount can collect it or give it back, whatever a route says today. */
@DisplayName("A capture or a cancel")
class ThroughItsAccountTest {
    private static final AcquirerName BANK = new AcquirerName("bank");

    private final AuthorizationScene scene = new AuthorizationScene();
    private final Account second = Given.opened(
            scene.store.accounts(), scene.merchant.id(), new NewAccount(BANK, List.of(), Bytes.utf8("{}")));

    private static Operation accepted(Outcome outcome) {
        return ((Outcome.Accepted) outcome).operation();
    }

    /** Routes of which the second account serves all but cancels, and the first what is said. */
    private OperationRequests routed(Service... first) {
        return new OperationRequests(
                scene.locked,
                new Routing(
                        scene.store.accounts(),
                        (acquirer, service) -> acquirer.equals(BANK)
                                ? service != Service.CANCEL
                                : List.of(first).contains(service),
                        new AcquirerName("simulator")),
                GivenOperations.operationIds(),
                scene.office);
    }

    private void authorizedAtTheSecond() {
        scene.told(
                List.of(new Holder(scene.merchant, second)),
                new Report.Paid(
                        AuthorizationScene.terms(Mode.MANUAL), scene.clock.instant(), AuthorizationScene.DETAILS));
    }

    private List<AccountId> errands() {
        return scene.store.errands().all().stream().map(Errand::account).toList();
    }

    @Test
    void goes_through_the_account_that_told_of_its_authorization() {
        authorizedAtTheSecond();

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

    @Test
    void is_refused_where_that_account_does_not_do_it_though_another_would() {
        authorizedAtTheSecond();
        var release = new Release(new RequestId("R1"), ORDER, Given.message("cancel R1"));

        assertEquals(new Outcome.NotServed(), routed(Service.CANCEL).request(scene.merchant, release));

        assertEquals(
                Optional.empty(), scene.store.operations().find(scene.merchant.id(), GivenOperations.cancelKey("R1")));
        assertEquals(List.of(), errands());
    }

    @Test
    void is_taken_where_that_account_alone_does_it_though_routes_lead_elsewhere() {
        authorizedAtTheSecond();
        scene.store
                .accounts()
                .route(
                        scene.merchant.id(),
                        new Route(
                                new Route.When(Optional.of(Service.CAPTURE), Optional.empty(), Optional.empty()),
                                Given.holder(scene.store, scene.merchant)
                                        .account()
                                        .id()));
        var collect = new Collect(new RequestId("R1"), ORDER, Money.of("1", "USD"), true, Given.message("capture R1"));

        Operation capture = accepted(routed(Service.PAYOUT).request(scene.merchant, collect));

        assertEquals(second.id(), capture.account());
        assertEquals(List.of(second.id()), errands());
    }
}
