package io.quittance.http.payout;

import static io.quittance.http.payout.PayoutDesk.dataOf;
import static io.quittance.http.payout.PayoutDesk.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.AtOnce;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonReader;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Page;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.WireCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("A payout request over HTTP")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayoutOverHttpTest {
    private PayoutDesk desk;

    @BeforeAll
    void start() {
        desk = new PayoutDesk();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @Nested
    class Of_the_page {
        @Test
        void is_accepted_word_for_word_with_its_empty_texts_and_the_key_with_a_blank_at_its_end() {
            Answer answer = desk.ask("paymentOrderPay", dataOf("payout/request.json"));

            Payout payout = desk.gateway.payout("orderorder1650532228089613").orElseThrow();
            assertEquals(
                    "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\",\"data\":{\"outTradeNo\":\"orderorder1650532228089613\","
                        + "\"tradeNo\":\"" + payout.id() + "\",\"status\":\"PENDING\"}}",
                    answer.body().asUtf8());
            assertTrue(answer.signedByGateway());
            assertEquals(Money.of("100", "IDR"), payout.trade());
            assertEquals(Optional.of(URI.create("http://example.com/callback/")), payout.notifyUrl());
            assertEquals(Optional.of("this is reference"), payout.particulars().reference());
        }

        @Test
        void has_an_answer_with_the_fields_of_the_page() throws Exception {
            Json.Obj page = (Json.Obj)
                    JsonReader.read(Page.example("payout/response.json").getBytes(StandardCharsets.UTF_8));
            Answer answer = desk.ask("paymentOrderPay", request("shape"));

            assertEquals(page.fields().keySet(), answer.json().fields().keySet());
            assertEquals(
                    ((Json.Obj) page.field("data").orElseThrow()).fields().keySet(),
                    answer.data().fields().keySet());
        }
    }

    @Nested
    class That_comes_again {
        @Test
        void is_answered_with_our_number_and_where_it_stands_whatever_its_content() {
            Payout payout = desk.requested("again");
            desk.tell(PayoutDesk.ENVELOPED, PayoutDesk.enveloped("again", "SUCCESS", ""));

            for (String content : List.of(request("again"), request("again").replace("30.50", "31"))) {
                Answer answer = desk.ask("paymentOrderPay", content);

                assertEquals("ORDER_REPEAT", answer.code());
                assertEquals("again", Answer.text(answer.data(), "outTradeNo"));
                assertEquals(payout.id().value(), Answer.text(answer.data(), "tradeNo"));
                assertEquals("SUCCESS", Answer.text(answer.data(), "status"));
                assertTrue(answer.signedByGateway());
            }
        }

        @Test
        void is_a_new_attempt_behind_one_that_upstream_turned_away() {
            Payout first = desk.requested("turned_away");
            desk.gateway.store.perform(() -> {
                Payout locked = desk.gateway.store.payouts().lock(first.id()).orElseThrow();
                var why = new Failure("INVALID_ACCOUNT", "no");
                switch (locked.apply(new Report.TurnedAway(LiveGateway.NOW, why))) {
                    case Transition.Moved(var next, var _) ->
                        desk.gateway.store.payouts().replace(next);
                    case Transition.Unmoved<Payout, ?> _, Transition.Refused<Payout, ?> _ ->
                        throw new AssertionError("it was pending");
                }
            });

            Answer answer = desk.ask("paymentOrderPay", request("turned_away"));

            assertEquals("APPLY_SUCCESS", answer.code());
            assertNotEquals(first.id().value(), Answer.text(answer.data(), "tradeNo"));
        }

        @Test
        void makes_one_payout_of_64_at_once() {
            List<Answer> answers = AtOnce.all(
                    IntStream.range(0, 64).boxed().toList(), i -> desk.ask("paymentOrderPay", request("race")));

            assertEquals(
                    1,
                    answers.stream()
                            .filter(one -> one.code().equals("APPLY_SUCCESS"))
                            .count());
            Set<String> numbers = answers.stream()
                    .map(one -> Answer.text(one.data(), "tradeNo"))
                    .collect(Collectors.toSet());
            assertEquals(1, numbers.size());
        }
    }

    @Nested
    class Asked_about {
        @Test
        void tells_every_field_of_the_page() throws Exception {
            desk.requested("asked");
            desk.tell(
                    PayoutDesk.ENVELOPED,
                    PayoutDesk.enveloped(
                            "asked",
                            "SUCCESS",
                            ",\"payFinishTime\":\"2026-03-01T12:00:30 +0000\",\"source\":{\"amount\":\"31.50\","
                                    + "\"currency\":\"PHP\",\"exchangeRate\":\"1.0000000000\",\"fee\":\"1.00\","
                                    + "\"feeCurrency\":\"PHP\",\"tax\":\"0.00\",\"taxCurrency\":\"PHP\"},"
                                    + "\"destination\":{\"amount\":\"30.50\",\"currency\":\"PHP\",\"exchangeRate\":"
                                    + "\"1.0000000000\",\"fee\":\"0.00\",\"feeCurrency\":\"PHP\",\"tax\":\"0.00\","
                                    + "\"taxCurrency\":\"PHP\"},\"additionalIdentifier\":{\"referenceId\":\"R1\"}"));

            Answer answer = desk.ask("paymentOrderQry", "{\"outTradeNo\":\"asked\"}");

            Json.Obj page = (Json.Obj)
                    JsonReader.read(Page.example("payout-query/response.json").getBytes(StandardCharsets.UTF_8));
            Json.Obj data = (Json.Obj) page.field("data").orElseThrow();
            assertEquals(data.fields().keySet(), answer.data().fields().keySet());
            for (String side : List.of("trade", "source", "destination", "additionalIdentifier")) {
                assertEquals(
                        ((Json.Obj) data.field(side).orElseThrow()).fields().keySet(),
                        ((Json.Obj) answer.data().field(side).orElseThrow())
                                .fields()
                                .keySet(),
                        side);
            }
            assertEquals("SUCCESS", Answer.text(answer.data(), "status"));
            assertEquals("2026-03-01T12:00:30 +0000", Answer.text(answer.data(), "payFinishTime"));
        }

        @Test
        void does_not_exist_for_another_merchant() {
            desk.requested("secret");

            Answer answer = desk.ask(
                    "paymentOrderQry", "{\"outTradeNo\":\"secret\"}", LiveGateway.NEIGHBOUR_APP, Keys.NEIGHBOUR);

            assertEquals("ORDER_NOT_EXIST", answer.code());
            assertTrue(answer.json().field("data").isEmpty());
        }

        @Test
        void does_not_exist_where_nobody_asked_for_it() {
            assertEquals(
                    "ORDER_NOT_EXIST",
                    desk.ask("paymentOrderQry", "{\"outTradeNo\":\"never\"}").code());
            assertEquals("PARAMS_INVALID", desk.ask("paymentOrderQry", "{}").code());
        }
    }

    @Nested
    class That_only_upstream_can_answer {
        @Test
        void is_passed_on_with_its_name_and_words_while_the_caller_waits() {
            desk.gateway.payouts().passing((holder, api, data) -> {
                assertTrue(!desk.gateway.store.transactions().busy(), "no transaction is open");
                return Envelope.relayed(
                        api, holder.merchant().app() + " " + data.fields().keySet());
            });

            for (String api : List.of("paymentFieldValidation", "paymentOrderBatchQry", "paymentOrderQry")) {
                Answer answer = desk.ask(api, "{\"queryBeginTime\":\"2023-07-01 12:08:34\"}");
                assertEquals(api, answer.code());
                assertEquals(LiveGateway.APP + " [queryBeginTime]", answer.msg());
                assertTrue(answer.signedByGateway());
            }
        }

        @Test
        void lists_payouts_under_our_numbers_and_never_under_upstreams() {
            Payout ours = desk.requested("listed");
            String list = "{\"totalCount\":2,\"list\":[{\"outTradeNo\":\"listed\",\"tradeNo\":\"UP-1\"},"
                    + "{\"tradeNo\":\"UP-2\",\"outTradeNo\":\"elsewhere\",\"status\":\"SUCCESS\"}]}";
            desk.gateway.payouts().passing((caller, api, data) -> Envelope.accepted(out -> out.raw("x", list)));

            for (String api : List.of("paymentOrderBatchQry", "paymentOrderQry")) {
                String answer = desk.ask(api, "{\"queryBeginTime\":\"2023-07-01 12:08:34\"}")
                        .body()
                        .asUtf8();
                assertEquals(
                        "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\",\"data\":{\"x\":{\"totalCount\":2,\"list\":["
                                + "{\"outTradeNo\":\"listed\",\"tradeNo\":\"" + ours.id()
                                + "\"},{\"outTradeNo\":\"elsewhere\",\"status\":\"SUCCESS\"}]}}}",
                        answer);
            }
        }

        @Test
        void is_a_timeout_when_upstream_says_nothing() {
            desk.gateway
                    .payouts()
                    .passing((caller, api, data) -> Envelope.refused(WireCode.REQUEST_TIMEOUT, "nothing in time"));

            assertEquals(
                    "REQUEST_TIMEOUT", desk.ask("paymentFieldValidation", "{}").code());
        }
    }

    @Test
    void keeps_the_request_as_it_came_for_upstream() {
        Payout payout = desk.requested("kept");

        String kept = desk.gateway
                .store
                .journal()
                .story(ObjectRef.of(payout.id()))
                .getFirst()
                .entry()
                .body()
                .orElseThrow()
                .asUtf8();
        assertTrue(kept.endsWith("\"data\":" + request("kept") + "}"), kept);
    }
}
