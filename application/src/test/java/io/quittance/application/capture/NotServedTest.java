package io.quittance.application.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.account.Routing;
import io.quittance.application.capture.RequestOperation.Command;
import io.quittance.application.capture.RequestOperation.Outcome;
import io.quittance.application.store.Given;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Service;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.RequestId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What none of a merchant's accounts serves")
class NotServedTest {
    private final Scene scene = new Scene();
    private final Routing capturesOnly = new Routing(
            scene.store.accounts(), (_, service) -> service == Service.CAPTURE, new AcquirerName("simulator"));
    private final OperationRequests requests =
            new OperationRequests(scene.locked, capturesOnly, GivenOperations.operationIds(), scene.office);
    private final Command cancel = new Command.Release(new RequestId("N1"), Scene.ORDER, Given.message("cancel N1"));

    @Test
    void is_refused_and_leaves_nothing_behind() {
        assertEquals(new Outcome.NotServed(), requests.request(scene.merchant, cancel));

        assertEquals(
                Optional.empty(), scene.store.operations().find(scene.merchant.id(), GivenOperations.cancelKey("N1")));
        assertEquals(List.of(), scene.store.errands().all());
        assertEquals(new Outcome.NotServed(), requests.request(scene.merchant, cancel), "its bytes were not spent");
    }

    @Test
    void is_answered_all_the_same_if_it_was_asked_for_before() {
        scene.requests.request(scene.merchant, cancel);

        assertEquals(
                new Outcome.Repeated(scene.store
                        .operations()
                        .find(scene.merchant.id(), GivenOperations.cancelKey("N1"))
                        .orElseThrow()),
                requests.request(scene.merchant, cancel));
    }

    @Test
    void says_nothing_of_what_they_do_serve() {
        Outcome outcome = requests.request(scene.merchant, Scene.command("R1"));

        assertEquals(scene.holder.account().id(), ((Capture) ((Outcome.Accepted) outcome).operation()).account());
    }
}
