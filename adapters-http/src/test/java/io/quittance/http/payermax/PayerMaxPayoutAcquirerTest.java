package io.quittance.http.payermax;

import static io.quittance.http.payermax.Upstream.HOLDER;
import static io.quittance.http.payermax.Upstream.MERCHANT;
import static io.quittance.http.payermax.Upstream.answering;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.payout.PayoutAcquirer.Asked;
import io.quittance.application.payout.PayoutAcquirer.Said;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.Sum;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.live.OddNews;
import io.quittance.http.live.Page;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.LoopbackServer.Received;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A payout passed on to PayerMax")
class PayerMaxPayoutAcquirerTest {
    private static final Bytes REQUEST = Bytes.utf8(
            "{\"appId\":\"app\",\"data\":{\"outTradeNo\":\"O1\",\"trade\":{\"amount\":\"30.50\",\"currency\":\"PHP\"},\"payeeInfo\":{\"payeeType"
                + " \":\"PERSONAL\",\"list\":[1,null,{\"a\":1.50}]},"
                + "\"notifyUrl\":\"https://merchant.example/\",\"brandNew\":\"\u20AC\"}}");
    private static final Payout PAYOUT = Payout.requested(
            new PayoutId("T1"),
            MERCHANT.id(),
            Given.account(MERCHANT.id()),
            new OutTradeNo("O1"),
            Money.of("30.50", "PHP"),
            Particulars.NONE,
            Optional.empty(),
            Given.NOON);
    /** PayerMax is asked with the words, and by nothing else. */
    private static final Asked ASKED = new Asked(GivenPayouts.instruction(PAYOUT, "not from here"), REQUEST);

    private static final Optional<UpstreamTradeNo> NUMBER =
            Optional.of(new UpstreamTradeNo("20220429052556PO71330000270184"));
    private static final String TAKEN = "{\"msg\":\"Success.\",\"code\":\"APPLY_SUCCESS\",\"data\":{\"tradeNo\":"
            + "\"20220429052556PO71330000270184\",\"outTradeNo\":\"O1\",\"status\":\"PENDING\"}}";

    private final Upstream upstream = new Upstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    private PayerMaxPayoutAcquirer acquirer(LoopbackServer server) {
        URI base = URI.create("http://127.0.0.1:" + server.port() + "/aggregate-pay/api/gateway");
        return new PayerMaxPayoutAcquirer(
                new PayerMaxCall(new FarAddress(base), upstream.post, _ -> Upstream.SETTINGS, () -> Given.NOON),
                URI.create("https://pay.example/q"),
                () -> Given.NOON);
    }

    private Answer<Said> paid(String answer) throws IOException {
        try (var server = answering(answer)) {
            return acquirer(server).pay(HOLDER, PAYOUT, ASKED);
        }
    }

    private Answer<Said> queried(String answer) throws IOException {
        try (var server = answering(answer)) {
            return acquirer(server).query(HOLDER, PAYOUT);
        }
    }

    private static Said said(Answer<Said> answer) {
        if (answer instanceof Answer.Taken<Said>(var _, var said)) {
            return said;
        }
        throw new AssertionError(answer.asLine());
    }

    private static Json.Obj answerOfThePage() {
        Json.Obj page = OddNews.with(
                OddNews.read(Page.example("payout-query/response.json")), "data.outTradeNo", new Json.Str("O1"));
        return OddNews.with(page, "data.trade", OddNews.read("{\"amount\":\"30.50\",\"currency\":\"PHP\"}"));
    }

    private static List<String> sideFieldsOfAnAnswer() {
        List<String> deciding = List.of(
                "code",
                "data",
                "data.outTradeNo",
                "data.status",
                "data.trade",
                "data.trade.amount",
                "data.trade.currency");
        return OddNews.paths(answerOfThePage()).stream()
                .filter(path -> !deciding.contains(path))
                .toList();
    }

    /** Over one connection after the other, so only with what no field expects; the values are gone through in the south. */
    @ParameterizedTest
    @MethodSource("sideFieldsOfAnAnswer")
    void has_ended_whatever_stands_in_a_side_field_of_the_answer(String path) throws IOException {
        String odd = JsonWriter.object(OddNews.with(answerOfThePage(), path, OddNews.NONSENSE))
                .asUtf8();

        Said.Has has = (Said.Has) said(queried(odd));

        assertInstanceOf(Report.Settled.class, has.report().orElseThrow());
        assertEquals(path.equals("msg") ? 0 : 1, has.odd().size());
        assertTrue(path.equals("msg") || has.odd().getFirst().startsWith(path + " (expected: "));
    }

    @Test
    void goes_in_the_merchants_own_words_but_for_the_address_that_results_are_told_to() throws Exception {
        try (var server = answering(TAKEN)) {
            acquirer(server).pay(HOLDER, PAYOUT, ASKED);

            Received received = server.received().getFirst();
            Json.Obj data = (Json.Obj)
                    ((Json.Obj) JsonReader.read(received.body())).field("data").orElseThrow();
            Json.Obj kept = (Json.Obj) ((Json.Obj) JsonReader.read(REQUEST.toArray()))
                    .field("data")
                    .orElseThrow();
            Map<String, Json> expected = new LinkedHashMap<>(kept.fields());
            expected.put("notifyUrl", new Json.Str("https://pay.example/q/disbursementResultNotifyUrl/app"));
            assertEquals(expected, data.fields());
            assertTrue(received.line().startsWith("POST /aggregate-pay/api/gateway/paymentOrderPay "));
        }
    }

    @Nested
    class Is_taken {
        @Test
        void with_upstreams_number_and_no_news_while_it_is_pending() throws IOException {
            assertEquals(new Said.Has(NUMBER, Optional.empty()), said(paid(TAKEN)));
        }

        @Test
        void also_where_the_answer_leaves_out_the_status() throws IOException {
            assertEquals(
                    new Said.Has(NUMBER, Optional.empty()), said(paid(TAKEN.replace(",\"status\":\"PENDING\"", ""))));
        }

        @Test
        void with_its_end_where_the_answer_tells_one() throws IOException {
            Said.Has has = (Said.Has) said(paid(TAKEN.replace("PENDING", "SUCCESS")));

            assertInstanceOf(Report.Settled.class, has.report().orElseThrow());
        }

        @Test
        void already_where_its_number_is_in_use() throws IOException {
            assertEquals(
                    new Said.HadAlready(),
                    said(paid("{\"code\":\"ORDER_REPEAT\",\"msg\":\"again\",\"data\":{\"status\":\"PENDING\"}}")));
        }
    }

    @Test
    void is_refused_by_the_codes_of_the_payouts_page() throws IOException {
        Answer<Said> answer = paid(Page.example("payout/refused.json"));

        assertEquals(
                new Answer.Refused<>(
                        answer.exchange(),
                        new Failure("PARAMS_INVALID", "The payment account info format is incorrect.")),
                answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PARAMETER_ERROR", "CONTRACT_NOT_SIGNED", "PAYMENT_METHOD_NOT_AVAILABLE", "AMOUNT_NOT_ENOUGH",
                "TRANSACTION_EXCEED_LIMIT", "AMOUNT_LIMIT_UNMATCHED", "RISK_INTERCEPT", "ACCOUNT_ABNORMAL",
                "INVALID_ACCOUNT", "KYC_FAILED"
            })
    void is_refused(String code) throws IOException {
        assertInstanceOf(Answer.Refused.class, paid("{\"code\":\"" + code + "\",\"msg\":\"no\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYSTEM_ERROR", "PAYMENT_PENDING", "BUSINESS_ERROR", "UNHEARD_OF"})
    void may_have_arrived(String code) throws IOException {
        assertInstanceOf(Answer.Unknown.class, paid("{\"code\":\"" + code + "\",\"msg\":\"?\"}"));
    }

    @Test
    void may_have_arrived_when_the_answer_is_about_another() throws IOException {
        assertInstanceOf(Answer.Unknown.class, paid(TAKEN.replace("\"O1\"", "\"O2\"")));
    }

    @Nested
    class Asked_about {
        @Test
        void is_told_with_everything_that_the_page_shows() throws IOException {
            String page = Page.example("payout-query/response.json").replace("outTradeNo1669980917422", "O1");

            Said.Has has = (Said.Has) said(queried(page));

            Report.Settled settled =
                    assertInstanceOf(Report.Settled.class, has.report().orElseThrow());
            assertEquals(Instant.parse("2022-12-02T11:35:23Z"), settled.at());
            assertEquals(
                    Optional.of(Sum.of(Money.of("0.59", "PHP"))),
                    settled.said().legs().destination().fee());
            assertEquals(Optional.of(new UpstreamTradeNo("20221202113517PO8822546300427849")), has.number());
            assertEquals(
                    Optional.of("2024041710121481030100166528590615003"),
                    settled.said().particulars().receipt());
        }

        @Test
        void is_not_there_when_upstream_says_so() throws IOException {
            assertEquals(new Said.HasNot(), said(queried(Page.example("payout-query/not-exist.json"))));
        }

        @Test
        void bounces_back_when_upstream_says_so() throws IOException {
            Said.Has has = (Said.Has) said(queried(TAKEN.replace("PENDING", "BOUNCEBACK")));

            assertInstanceOf(Report.Returned.class, has.report().orElseThrow());
        }

        @Test
        void is_asked_by_the_merchants_number() throws Exception {
            try (var server = answering(TAKEN)) {
                acquirer(server).query(HOLDER, PAYOUT);

                String body = new String(server.received().getFirst().body(), StandardCharsets.UTF_8);
                assertTrue(body.endsWith("\"data\":{\"outTradeNo\":\"O1\"}}"), body);
            }
        }
    }

    @Test
    void is_not_sent_twice_in_doubt_as_upstream_answers_no_number_again() throws IOException {
        try (var server = answering(TAKEN)) {
            assertEquals(false, acquirer(server).knowsItsIds());
        }
    }
}
