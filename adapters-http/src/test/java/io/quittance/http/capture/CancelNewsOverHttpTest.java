package io.quittance.http.capture;

import static io.quittance.http.capture.CancelNews.CALLBACK;
import static io.quittance.http.capture.CancelNews.FIELDS;
import static io.quittance.http.capture.CancelNews.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.http.json.Json;
import io.quittance.http.live.Answer;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Page;
import io.quittance.http.live.Teller;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A cancel told of over HTTP")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelNewsOverHttpTest {
    private final Teller teller = new Teller();

    @AfterAll
    void stop() {
        teller.close();
    }

    private Operation kept(String request) {
        return teller.gateway
                .store
                .operations()
                .find(teller.gateway.merchant.id(), GivenOperations.cancelKey(request))
                .orElseThrow();
    }

    /** Another Quittance knows one address of its merchant, and tells everything there. */
    @ParameterizedTest
    @ValueSource(strings = {"/captureResultNotifyUrl", "/payLinkResultNotifyUrl", "/disbursementResultNotifyUrl"})
    void is_settled_wherever_it_is_told(String address) {
        String request = "told-at" + address.replace('/', '-');
        teller.cancel(request, "ORDER-" + request);
        teller.told(address, result(request, "SUCCESS", ""));

        assertInstanceOf(Operation.State.Succeeded.class, kept(request).state());
    }

    @Test
    void is_settled_by_the_pages_notification_and_told_with_all_its_fields() {
        teller.cancel("page-told", "page-order");
        String told = Page.example("cancel-notification/notification.json")
                .replace("xxxxxxxx", "page-order")
                .replace("xxxxx", "page-told")
                .replace("2023-08-06T23:50:59", "2026-03-01T12:00:30");

        teller.told(CALLBACK, told);

        Operation cancel = kept("page-told");
        Json.Obj out = Teller.json(
                teller.gateway.owed(ObjectRef.of(cancel.id())).getFirst().body().asUtf8());
        Json.Obj data = (Json.Obj) out.fields().get("data");
        assertEquals(
                List.of("code", "msg", "keyVersion", "appId", "merchantNo", "notifyTime", "notifyType", "data"),
                List.copyOf(out.fields().keySet()));
        assertEquals(new Json.Str("CANCEL"), out.fields().get("notifyType"));
        assertEquals(FIELDS, List.copyOf(data.fields().keySet()));
        assertEquals(new Json.Str(cancel.id().value()), data.fields().get("cancelNo"));
        assertEquals(new Json.Str("2026-03-01T12:00:30 +0000"), data.fields().get("succeededTime"));
        assertEquals(new Json.Null(), data.fields().get("failedTime"));
        assertEquals(new Json.Null(), data.fields().get("errorCode"));
    }

    @Test
    void though_nobody_asked_is_made_and_announced() {
        teller.told(CALLBACK + "/" + LiveGateway.APP, result("elsewhere", "SUCCESS", ""));

        assertEquals(
                Optional.of(new UpstreamNo("UP-elsewhere")), kept("elsewhere").upstreamNo());
        assertNotEquals("UP-elsewhere", kept("elsewhere").id().value());
        assertEquals(
                1, teller.gateway.owed(ObjectRef.of(kept("elsewhere").id())).size());
    }

    @Test
    void in_contradiction_is_a_discrepancy_and_acknowledged() {
        teller.cancel("contra", "ORDER-contra");
        teller.told(CALLBACK, result("contra", "SUCCESS", ""));
        int before = teller.gateway.discrepancies().size();

        teller.told(CALLBACK, result("contra", "FAILED", ""));

        assertEquals(before + 1, teller.gateway.discrepancies().size());
        assertEquals(1, teller.gateway.owed(ObjectRef.of(kept("contra").id())).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"requestId\":\"bad\"", "\"requestId\":\"bad\",\"status\":\"CLOSED\"", "\"status\":\"SUCCESS\""
            })
    void without_sense_is_kept_and_not_acknowledged(String data) {
        var cancels = teller.gateway.snapshot().operations();

        assertEquals(
                422,
                teller.tell(CALLBACK, Teller.notification("CANCEL", "APPLY_SUCCESS", data))
                        .status());

        assertEquals(cancels, teller.gateway.snapshot().operations());
    }

    @Test
    void by_a_stranger_changes_nothing() {
        teller.cancel("stranger", "ORDER-stranger");
        var before = teller.gateway.snapshot();

        Answer answer =
                teller.tell(CALLBACK, result("stranger", "SUCCESS", "").replace(LiveGateway.UPSTREAM_APP, "unknown"));

        assertEquals(401, answer.status());
        assertEquals(before, teller.gateway.snapshot());
    }
}
