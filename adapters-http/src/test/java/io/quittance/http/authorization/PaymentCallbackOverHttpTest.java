package io.quittance.http.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.money.Money;
import io.quittance.domain.money.Proceeds;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.live.Answer;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Page;
import io.quittance.http.live.Teller;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A payment's notification over HTTP")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentCallbackOverHttpTest {
    private static final String AUTH = "/authResultNotifyUrl";
    private static final String COLLECT = "/collectResultNotifyUrl";

    private Teller teller;

    @BeforeAll
    void start() {
        teller = new Teller();
    }

    @AfterAll
    void stop() {
        teller.close();
    }

    /** What the merchant is owed of an order; exactly one message. */
    private Json.Obj owed(String order) {
        var owed = teller.gateway.owed(ObjectRef.of(teller.payment(order).id()));
        assertEquals(1, owed.size());
        return Teller.json(owed.getFirst().body().asUtf8());
    }

    private Map<String, Json> data(String order) {
        return ((Json.Obj) owed(order).fields().get("data")).fields();
    }

    private static String page(String folder, String order) {
        return Page.example(folder + "/notification.json")
                .replace("3b242b56a8b64274bcc37dac281120e3", LiveGateway.UPSTREAM_APP)
                .replace("020213827212251", LiveGateway.UPSTREAM_NO)
                .replace("P1642410680681", order);
    }

    @Nested
    class Of_the_page {
        @ParameterizedTest
        @CsvSource({
            "auth-notification, /authResultNotifyUrl, AUTH-PAGE, MANUAL",
            "collect-notification, /collectResultNotifyUrl, COLLECT-PAGE, UNSAID"
        })
        void is_kept_and_passed_on(String folder, String path, String order, Payment.Mode mode) {
            String body = page(folder, order);

            teller.told(path, body);

            Payment payment = teller.payment(order);
            assertEquals(Money.of("10000", "IDR"), payment.amount());
            assertEquals(mode, payment.mode());
            assertEquals(Optional.of(new TradeToken("T2024062702289232000001")), payment.token());
            assertEquals(new Payment.State.Succeeded(Instant.parse("2023-10-20T03:28:23.092Z")), payment.state());
            assertEquals(
                    List.of(Kind.RECEIVED, Kind.MOVED, Kind.OWED),
                    teller.gateway.story(ObjectRef.of(payment.id())).stream()
                            .map(row -> row.entry().kind())
                            .toList());
            assertEquals(
                    Optional.of(Bytes.utf8(body)),
                    teller.gateway
                            .story(ObjectRef.of(payment.id()))
                            .getFirst()
                            .entry()
                            .body());
        }

        @ParameterizedTest
        @CsvSource({
            "auth-notification, /authResultNotifyUrl, AUTH-SAME",
            "collect-notification, /collectResultNotifyUrl, COLLECT-SAME"
        })
        void says_the_same_to_the_merchant_field_by_field(String folder, String path, String order) {
            teller.told(path, page(folder, order));

            Json.Obj in = Teller.json(page(folder, order));
            Json.Obj out = owed(order);
            assertEquals(((Json.Obj) in.fields().get("data")).fields(), data(order));
            assertEquals(
                    Map.of(
                            "code", new Json.Str("APPLY_SUCCESS"),
                            "msg", new Json.Str("Success."),
                            "keyVersion", new Json.Str("1"),
                            "appId", new Json.Str(LiveGateway.APP),
                            "merchantNo", new Json.Str(LiveGateway.NO),
                            "notifyTime", new Json.Str("2026-03-01T12:00:00.000Z"),
                            "notifyType", new Json.Str("PAYMENT"),
                            "data", out.fields().get("data")),
                    out.fields());
        }
    }

    @Nested
    class With_a_fee {
        @Test
        void keeps_what_payermax_takes() {
            teller.told(COLLECT, Teller.payment("FEE", merFee("\"amount\":\"1.25\",\"currency\":\"EUR\"")));

            assertEquals(
                    Proceeds.fee(Optional.of(Money.of("1.25", "EUR"))),
                    teller.payment("FEE").proceeds());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    ",\"fees\":{}",
                    ",\"fees\":[]",
                    ",\"fees\":{\"merFee\":\"1.25\"}",
                    ",\"fees\":{\"merFee\":{\"amount\":\"-1.25\",\"currency\":\"EUR\"}}",
                    ",\"fees\":{\"merFee\":{\"amount\":\"1.25\",\"currency\":\"USDT\"}}",
                    ",\"fees\":{\"merFee\":{\"amount\":\"1.25\"}}"
                })
        void takes_the_news_in_when_it_makes_no_sense(String fees) {
            String order = "FEE-" + Math.abs(fees.hashCode());

            teller.told(COLLECT, Teller.payment(order, fees));

            Payment payment = teller.payment(order);
            assertEquals(Money.of("100.50", "USD"), payment.amount());
            assertEquals(Proceeds.UNSAID, payment.proceeds());
        }

        private static String merFee(String inside) {
            return ",\"fees\":{\"merFee\":{\"url\":\"https://fees.example\"," + inside + "}}";
        }
    }

    @Nested
    class Of_an_authorization {
        @Test
        void opens_a_hold_that_captures_must_keep_to() {
            teller.told(AUTH, Teller.authorization("HELD"));

            assertEquals(Optional.of(Hold.OPEN), teller.hold("HELD"));
            assertEquals(
                    "AMOUNT_INVALID",
                    teller.capture("H1", "HELD", "100.51", "USD").code());
            assertEquals(
                    "CURRENCY_INVALID", teller.capture("H1", "HELD", "1", "EUR").code());
            assertEquals(
                    "APPLY_SUCCESS",
                    teller.capture("H1", "HELD", "100.50", "USD").code());
            assertEquals(
                    "PAYMENT_PROCESSING",
                    teller.capture("H2", "HELD", "1", "USD").code());
            assertEquals("PAYMENT_PROCESSING", teller.cancel("H3", "HELD").code());
            assertEquals(
                    "APPLY_SUCCESS",
                    teller.capture("H1", "HELD", "100.50", "USD").code());
        }

        @Test
        void told_at_the_other_address_is_one_as_well() {
            teller.told(COLLECT + "/" + LiveGateway.APP, Teller.authorization("BY-COLLECT"));

            assertEquals(Optional.of(Hold.OPEN), teller.hold("BY-COLLECT"));
        }

        @Test
        void is_refused_seven_days_later() {
            try (Teller later = new Teller()) {
                String old = Teller.authorization("OLD").replace("2026-03-01T11:59:30", "2026-02-22T12:00:00");
                later.told(AUTH, old);

                Answer answer = later.capture("O1", "OLD", "1", "USD");

                assertEquals("AUTH_EXPIRED", answer.code());
                assertTrue(answer.signedByGateway());
                assertEquals("AUTH_EXPIRED", later.cancel("O2", "OLD").code());
                assertTrue(later.gateway.capture("O1").isEmpty());
            }
        }
    }

    @Nested
    class Of_a_sale {
        @Test
        void is_passed_on_and_holds_nothing() {
            teller.told(COLLECT, Teller.payment("SALE", ",\"captureMode\":\"AUTOMATIC\""));

            assertEquals(new Json.Str("AUTOMATIC"), data("SALE").get("captureMode"));
            assertEquals(Optional.empty(), teller.hold("SALE"));
            assertEquals(
                    "APPLY_SUCCESS", teller.capture("S1", "SALE", "1000", "EUR").code());
        }
    }

    @Nested
    class Of_a_failure {
        @ParameterizedTest
        @ValueSource(strings = {"FAILED", "CLOSED"})
        void says_why_and_that_it_failed(String status) {
            String order = "NO-" + status;
            teller.told(AUTH, Teller.notification("PAYMENT", "ISSUER_PAYMENT_REJECTED", """
                "outTradeNo":"%s","tradeToken":"T","totalAmount":"1","currency":"USD","status":"%s",\
                "captureMode":"MANUAL","paymentDetails":[]\
                """.formatted(
                            order, status.toLowerCase(Locale.ROOT))));

            assertEquals(
                    new Json.Str("ISSUER_PAYMENT_REJECTED"),
                    owed(order).fields().get("code"));
            assertEquals(new Json.Str("said"), owed(order).fields().get("msg"));
            assertEquals(new Json.Str(status), data(order).get("status"));
            assertEquals(new Json.Num("1"), data(order).get("totalAmount"));
            assertEquals(new Json.Str("2026-03-01T11:59:58.000Z"), data(order).get("completeTime"));
            assertEquals(Optional.empty(), teller.hold(order));
        }
    }

    @Nested
    class Told_again {
        @Test
        void is_counted_and_told_once() {
            teller.told(AUTH, Teller.authorization("TWICE"));
            teller.told(AUTH, Teller.authorization("TWICE").replace("11:59:58", "12:00:30"));

            ObjectRef about = ObjectRef.of(teller.payment("TWICE").id());
            assertEquals(1, teller.gateway.owed(about).size());
            assertEquals(1, teller.gateway.story(about).getFirst().repeats());
        }

        @Test
        void in_another_way_is_a_discrepancy_and_acknowledged() {
            teller.told(AUTH, Teller.authorization("OTHERWISE"));
            int before = teller.gateway.discrepancies().size();

            teller.told(AUTH, Teller.authorization("OTHERWISE").replace("100.50", "100.51"));

            assertEquals(before + 1, teller.gateway.discrepancies().size());
            assertEquals(Money.of("100.50", "USD"), teller.payment("OTHERWISE").amount());
        }
    }

    @Nested
    class With_card_data {
        @Test
        void leaves_masked_and_with_everything_else() {
            teller.told(AUTH, Teller.payment("CARD", """
                ,"captureMode":"MANUAL","newField":{"deep":[1,"two",true]},"paymentDetails":[{\
                "paymentMethodType":"CARD","cardInfo":{"cardOrg":"VISA","cardIdentifierNo":"4444333322221111",\
                "cardIdentifierName":"Jane Roe","country":"ID","cvv":"123","threeDSResult":{\
                "threeDSVersion":"2.1.0","enrolled":"Y","authenticationStatus":"N ","eci":"05"}}}]\
                """));

            assertEquals(Teller.json("""
                {"d":[{"paymentMethodType":"CARD","cardInfo":{"cardOrg":"VISA",\
                "cardIdentifierNo":"444433******1111","cardIdentifierName":"J*** R**","country":"ID",\
                "threeDSResult":{"threeDSVersion":"2.1.0","enrolled":"Y","authenticationStatus":"N",\
                "eci":"05"}}}]}\
                """).fields().get("d"), data("CARD").get("paymentDetails"));
            assertEquals(
                    Teller.json("{\"deep\":[1,\"two\",true]}"), data("CARD").get("newField"));
            assertFalse(owed("CARD").toString().contains("4444333322221111"));
        }
    }
}
