package io.quittance.http.relay;

import static io.quittance.http.relay.Relayed.ANSWER;
import static io.quittance.http.relay.Relayed.PATIENT;
import static io.quittance.http.relay.Relayed.request;
import static io.quittance.http.relay.Relayed.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.OwedNews;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.relay.ForeignNews;
import io.quittance.domain.relay.NewsTopic;
import io.quittance.domain.relay.Relay;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonReader;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.outbound.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PayerMax's "RefundResultNotifyUrl" stands for every page that is not understood here. */
@DisplayName("News of an API that we do not know")
class ForeignNewsOverHttpTest {
    private static final String ACKNOWLEDGED = "{\"code\":\"SUCCESS\",\"msg\":\"Success\"}";
    private static final String REFUND =
            "{\"outTradeNo\":\"P1\",\"outRefundNo\":\"F1\",\"refundAmount\":10.50,\"status\":\"REFUND_SUCCESS\"}";

    private static final String PAYMENT = news(
            "PAYMENT",
            "2026-03-01T11:59:58.000Z",
            "{\"outTradeNo\":\"P1\",\"totalAmount\":10.50,\"currency\":\"USD\",\"status\":\"SUCCESS\"}");

    private final LiveGateway gateway = new LiveGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    private static String news(String type, String time, String data) {
        return """
            {"code":"APPLY_SUCCESS","msg":"Success.","keyVersion":"1","appId":"%s","merchantNo":"%s",\
            "notifyTime":"%s","notifyType":"%s","data":%s}\
            """.formatted(LiveGateway.UPSTREAM_APP, LiveGateway.UPSTREAM_NO, time, type, data);
    }

    private static String refund(String time) {
        return news("REFUND", time, REFUND);
    }

    private static Answer tell(LiveGateway gateway, String path, String body, boolean genuine) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var key = genuine ? Keys.UPSTREAM.getPrivate() : Keys.MERCHANT.getPrivate();
        return new Client(gateway).post(path, bytes, List.of(Keys.sign(key, bytes)));
    }

    private void told(String path, String body) {
        Answer answer = tell(gateway, path, body, true);
        assertEquals(ACKNOWLEDGED, answer.body().asUtf8());
        assertEquals(200, answer.status());
    }

    private static List<OwedNews> owed(LiveGateway gateway) {
        return gateway.store.newsTold().all().stream()
                .flatMap(one -> gateway.owed(ObjectRef.of(one.id())).stream())
                .toList();
    }

    @Nested
    class Is_passed_on {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/resultNotifyUrl/" + LiveGateway.APP,
                    "/resultNotifyUrl",
                    "/captureResultNotifyUrl/" + LiveGateway.APP,
                    "/collectResultNotifyUrl",
                    "/payLinkResultNotifyUrl"
                })
        void whole_from_whatever_address_to_the_merchants_own(String path) {
            told(path, refund("2026-03-01T11:59:58.000Z"));

            OwedNews delivery = owed(gateway).getFirst();
            assertEquals(
                    """
                    {"code":"APPLY_SUCCESS","msg":"Success.","keyVersion":"1","appId":"%s","merchantNo":"%s",\
                    "notifyTime":"2026-03-01T11:59:58.000Z","notifyType":"REFUND","data":%s}\
                    """.formatted(LiveGateway.APP, LiveGateway.NO, REFUND),
                    delivery.body().asUtf8());
            assertEquals(Optional.empty(), delivery.notifyUrl());
        }

        @Test
        void once_however_often_it_comes() {
            told("/resultNotifyUrl", refund("2026-03-01T11:59:58.000Z"));
            told("/resultNotifyUrl/" + LiveGateway.APP, refund("2026-03-01T12:00:58.000Z"));

            assertEquals(1, owed(gateway).size());
        }

        @Test
        void with_all_of_it_in_a_story() {
            told("/resultNotifyUrl", refund("2026-03-01T11:59:58.000Z"));

            ForeignNews news = gateway.store
                    .newsTold()
                    .find(gateway.merchant.id(), new NewsTopic("REFUND", "F1"))
                    .orElseThrow();
            assertEquals(
                    List.of(Kind.RECEIVED, Kind.OWED),
                    gateway.story(ObjectRef.of(news.id())).stream()
                            .map(row -> row.entry().kind())
                            .toList());
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "[]", "null", "\"text\"", "{\"outTradeNo\":{\"odd\":1}}"})
        void whatever_it_holds(String data) {
            told("/resultNotifyUrl", news("SUBSCRIPTION_PAYMENT", "soon", data));

            assertEquals(1, owed(gateway).size());
        }
    }

    @Nested
    class Is_not_passed_on {
        @Test
        void where_it_is_of_no_type() {
            Answer answer = tell(gateway, "/resultNotifyUrl", news("", "now", REFUND), true);

            assertEquals(422, answer.status());
            assertEquals(List.of(), gateway.store.newsTold().all());
            assertEquals(1, gateway.discrepancies().size());
        }

        @Test
        void where_somebody_else_signed_it() {
            Answer answer = tell(gateway, "/resultNotifyUrl", refund("now"), false);

            assertEquals(401, answer.status());
            assertEquals(List.of(), gateway.store.newsTold().all());
            assertEquals(0, gateway.discrepancies().size());
        }

        @Test
        void where_it_is_understood() {
            told("/resultNotifyUrl", PAYMENT);

            assertEquals(List.of(), gateway.store.newsTold().all());
            assertEquals(1, gateway.store.payments().all().count());
        }
    }

    @Nested
    class Asked_for_by_a_relayed_request {
        private static final String PLACE = "https://shop.example/refunds?a=1&b=%C3%A9";

        /** The address that upstream was given. */
        private static String given(LoopbackServer upstream, String field) throws Exception {
            Json.Obj sent =
                    (Json.Obj) JsonReader.read(upstream.received().getFirst().body());
            Json.Obj data = (Json.Obj) sent.fields().get("data");
            return ((Json.Str) data.fields().get(field)).value();
        }

        @Test
        void goes_to_the_address_that_the_request_named_while_upstream_is_given_ours() throws Exception {
            try (LoopbackServer upstream =
                            LoopbackServer.replying(_ -> LoopbackServer.http("200 OK", signed(ANSWER), ANSWER));
                    Relayed relayed = new Relayed(upstream, PATIENT)) {
                relayed.ask("refund", request("{\"outRefundNo\":\"F1\", \"refundNotifyUrl\" : \"" + PLACE + "\"}"));

                Relay relay = relayed.gateway.store.relays().all().getFirst();
                assertEquals(Optional.of(URI.create(PLACE)), relay.notifyUrl());
                String ours = given(upstream, "refundNotifyUrl");
                assertEquals(Relayed.PUBLIC + "/resultNotifyUrl/" + LiveGateway.APP + "/" + relay.id(), ours);
                Answer answer = tell(
                        relayed.gateway,
                        ours.substring(Relayed.PUBLIC.toString().length()),
                        refund("2026-03-01T11:59:58.000Z"),
                        true);
                assertEquals(ACKNOWLEDGED, answer.body().asUtf8());
                assertEquals(
                        Optional.of(URI.create(PLACE)),
                        owed(relayed.gateway).getFirst().notifyUrl());
            }
        }

        @Test
        void goes_there_as_well_where_it_is_understood() throws Exception {
            try (LoopbackServer upstream =
                            LoopbackServer.replying(_ -> LoopbackServer.http("200 OK", signed(ANSWER), ANSWER));
                    Relayed relayed = new Relayed(upstream, PATIENT)) {
                relayed.ask("orderAndPay", request("{\"outTradeNo\":\"P1\",\"notifyUrl\":\"" + PLACE + "\"}"));

                String path = given(upstream, "notifyUrl")
                        .substring(Relayed.PUBLIC.toString().length());
                assertEquals(200, tell(relayed.gateway, path, PAYMENT, true).status());

                ObjectRef payment = ObjectRef.of(relayed.gateway
                        .store
                        .payments()
                        .find(relayed.gateway.merchant.id(), new OutTradeNo("P1"))
                        .orElseThrow()
                        .id());
                assertEquals(
                        Optional.of(URI.create(PLACE)),
                        relayed.gateway.owed(payment).getFirst().notifyUrl());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"ftp://shop.example", "https://", "no address", "https://u:p@shop.example/"})
        void at_what_is_no_address_is_refused_and_not_asked(String place) throws IOException {
            try (LoopbackServer upstream = LoopbackServer.answering("");
                    Relayed relayed = new Relayed(upstream, PATIENT)) {
                Answer answer = relayed.ask("refund", request("{\"notifyUrl\":\"" + place + "\"}"));

                assertEquals("PARAMS_INVALID", answer.code());
                assertTrue(
                        answer.body().asUtf8().contains("notifyUrl"),
                        answer.body().asUtf8());
                assertEquals(0, upstream.received().size());
                assertEquals(List.of(), relayed.gateway.store.relays().all());
            }
        }
    }
}
