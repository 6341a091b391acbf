package io.quittance.http.capture;

import static io.quittance.http.capture.CancelNews.CALLBACK;
import static io.quittance.http.capture.CancelNews.FIELDS;
import static io.quittance.http.capture.CancelNews.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.http.json.Json;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Page;
import io.quittance.http.live.Teller;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A cancel over HTTP")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelOverHttpTest {
    private Teller teller;

    @BeforeAll
    void start() {
        teller = new Teller();
    }

    @AfterAll
    void stop() {
        teller.close();
    }

    @Nested
    class Of_the_page {
        @Test
        void is_answered_with_the_fields_of_the_page() {
            String request = Page.example("cancel/request.json");
            String data = request.substring(request.indexOf("\"data\": {") + 9, request.indexOf('}'));

            Answer answer = teller.ask("cancel", data);

            assertEquals("APPLY_SUCCESS", answer.code());
            assertEquals("Success.", answer.msg());
            assertTrue(answer.signedByGateway());
            Json.Obj page = (Json.Obj)
                    Teller.json(Page.example("cancel/response.json")).fields().get("data");
            assertEquals(FIELDS, List.copyOf(page.fields().keySet()));
            assertEquals(FIELDS, List.copyOf(answer.data().fields().keySet()));
            assertEquals(new Json.Str("PENDING"), answer.data().fields().get("status"));
            assertEquals(page.fields().get("requestId"), answer.data().fields().get("requestId"));
            assertEquals(page.fields().get("outTradeNo"), answer.data().fields().get("outTradeNo"));
            assertEquals(
                    new Json.Str("2026-03-01T12:00:00 +0000"),
                    answer.data().fields().get("createdTime"));
        }
    }

    @Nested
    class Asked_again {
        @Test
        void answers_the_same_number_and_how_it_stands() {
            Answer first = teller.cancel("again", "ORDER-again");
            teller.told(CALLBACK, result("again", "SUCCESS", ",\"succeededTime\":\"2026-03-01T11:59:30 +0000\""));

            Answer second = teller.cancel("again", "ORDER-again");

            assertEquals(
                    first.data().fields().get("cancelNo"),
                    second.data().fields().get("cancelNo"));
            assertEquals(new Json.Str("SUCCESS"), second.data().fields().get("status"));
        }

        @Test
        void is_the_same_order_in_another_case() {
            Answer first = teller.cancel("case", "Order-Case");

            Answer second = teller.cancel("case", "ORDER-CASE");

            assertEquals("APPLY_SUCCESS", second.code());
            assertEquals(
                    first.data().fields().get("cancelNo"),
                    second.data().fields().get("cancelNo"));
            assertEquals(
                    new Json.Str("Order-Case"), second.data().fields().get("outTradeNo"), "as it was written first");
        }

        @Test
        void for_another_order_is_a_repeat_and_changes_nothing() {
            teller.cancel("conflict", "ORDER-A");
            var before = teller.gateway.snapshot();

            Answer answer = teller.cancel("conflict", "ORDER-B");

            assertEquals("ORDER_REPEAT", answer.code());
            assertEquals(new Json.Str("ORDER-A"), answer.data().fields().get("outTradeNo"));
            assertEquals(before, teller.gateway.snapshot());
        }

        @Test
        void by_another_merchant_is_another_cancel() {
            Answer ours = teller.cancel("shared", "ORDER-shared");
            Answer theirs = teller.ask(
                    "cancel",
                    "\"requestId\":\"shared\",\"outTradeNo\":\"ORDER-shared\"",
                    LiveGateway.NEIGHBOUR_APP,
                    LiveGateway.NEIGHBOUR_NO,
                    Keys.NEIGHBOUR.getPrivate());

            assertEquals("APPLY_SUCCESS", theirs.code());
            assertTrue(!ours.data()
                    .fields()
                    .get("cancelNo")
                    .equals(theirs.data().fields().get("cancelNo")));
        }
    }

    @Nested
    class Of_an_authorization {
        @Test
        void closes_it_once_it_succeeds() {
            teller.told("/authResultNotifyUrl", Teller.authorization("ORDER-close"));
            assertEquals("APPLY_SUCCESS", teller.cancel("close", "ORDER-close").code());
            assertEquals(
                    "PAYMENT_PROCESSING",
                    teller.cancel("close-2", "ORDER-close").code());
            teller.told(CALLBACK, result("close", "SUCCESS", ""));

            assertEquals(Optional.of(Hold.CANCELLED), teller.hold("ORDER-close"));
            assertEquals("ORDER_CLOSED", teller.cancel("close-2", "ORDER-close").code());
            assertEquals(
                    "ORDER_CLOSED",
                    teller.capture("close-3", "ORDER-close", "1", "USD").code());
        }

        @Test
        void leaves_it_open_when_it_fails() {
            teller.told("/authResultNotifyUrl", Teller.authorization("ORDER-open"));
            teller.cancel("open", "ORDER-open");
            teller.told(
                    CALLBACK, result("open", "FAILED", ",\"errorCode\":\"ORDER_CLOSE_FAILED\",\"errorMsg\":\"no\""));

            assertEquals(Optional.of(Hold.OPEN), teller.hold("ORDER-open"));
            assertEquals(
                    "APPLY_SUCCESS",
                    teller.capture("open-2", "ORDER-open", "1", "USD").code());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"requestId\":\"R\"",
                "\"outTradeNo\":\"O\"",
                "\"requestId\":null,\"outTradeNo\":\"O\"",
                "\"requestId\":\"R\",\"outTradeNo\":null",
                "\"requestId\":17,\"outTradeNo\":\"O\"",
                "\"requestId\":\"R\",\"outTradeNo\":{}",
                "\"requestId\":\"\",\"outTradeNo\":\"O\"",
                "\"requestId\":\" R\",\"outTradeNo\":\"O\"",
                "\"requestId\":\"R\",\"outTradeNo\":\"O \"",
                "\"requestId\":\"R\\u0000\",\"outTradeNo\":\"O\"",
                "\"requestId\":\"RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR\","
                        + "\"outTradeNo\":\"O\"",
                "\"requestId\":\"R\","
                        + "\"outTradeNo\":\"OOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOO\""
            })
    void with_a_bad_field_is_refused_and_changes_nothing(String data) {
        var before = teller.gateway.snapshot();

        Answer answer = teller.ask("cancel", data);

        assertEquals("PARAMS_INVALID", answer.code());
        assertEquals(200, answer.status());
        assertTrue(answer.signedByGateway());
        assertEquals(before, teller.gateway.snapshot());
    }
}
