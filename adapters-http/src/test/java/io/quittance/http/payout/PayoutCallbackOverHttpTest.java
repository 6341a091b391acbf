package io.quittance.http.payout;

import static io.quittance.http.payout.PayoutDesk.ENVELOPED;
import static io.quittance.http.payout.PayoutDesk.enveloped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.Sum;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonReader;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Page;
import io.quittance.http.outbound.Independent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A payout notification in the enveloped form")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayoutCallbackOverHttpTest {
    private static final String ACKNOWLEDGED = "{\"code\":\"SUCCESS\",\"msg\":\"Success\"}";

    private PayoutDesk desk;

    @BeforeAll
    void start() {
        desk = new PayoutDesk();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private void told(String body) {
        Answer answer = desk.tell(ENVELOPED, body);
        assertEquals(ACKNOWLEDGED, answer.body().asUtf8());
        assertEquals(200, answer.status());
    }

    private static Json.Obj page() throws Exception {
        return (Json.Obj) JsonReader.read(
                Page.example("payout-notification/notification.json").getBytes(StandardCharsets.UTF_8));
    }

    /** The page's example, word for word, in: nobody asked for it, so it makes the payout; and out, field by field. */
    @Test
    void of_the_page_comes_in_and_goes_out_again_with_every_field() throws Exception {
        var app = desk.gateway.register(
                "page", "P1", Independent.keys(), "6666c83333a24666674497c444a33333", "010213834123456");

        told(Page.example("payout-notification/notification.json"));

        Payout made = desk.gateway
                .store
                .payouts()
                .find(app.id(), new OutTradeNo("outTradeNo167823423411"))
                .orElseThrow();
        assertEquals(new State.Succeeded(Instant.parse("2023-03-08T10:23:05Z")), made.state());
        assertEquals(Money.of("30", "IDR"), made.trade());
        assertEquals(
                Optional.of(Sum.of(Money.of("31", "IDR"))), made.legs().source().amount());
        assertEquals(
                Optional.of(Sum.of(Money.of("1", "IDR"))), made.legs().source().fee());
        Json.Obj out =
                (Json.Obj) JsonReader.read(desk.owed(made).getFirst().body().toArray());
        Map<String, Json> expected =
                new LinkedHashMap<>(((Json.Obj) page().field("data").orElseThrow()).fields());
        expected.put("expiryTime", new Json.Str("2023-03-12T02:37:37 +0000"));
        expected.put("fundsReturnTime", new Json.Str(""));
        expected.put("tradeNo", new Json.Str(made.id().value()));
        assertEquals(
                expected,
                ((Json.Obj) out.field("data").orElseThrow()).fields(),
                "B6, D18 and our number differ, nothing else");
        assertEquals(page().fields().keySet(), out.fields().keySet());
    }

    @Test
    void is_acknowledged_with_the_words_of_the_page() throws Exception {
        Json page = JsonReader.read(
                Page.example("payout-notification/acknowledgement.json").getBytes(StandardCharsets.UTF_8));

        assertEquals(
                ((Json.Obj) page).fields(),
                ((Json.Obj) JsonReader.read(ACKNOWLEDGED.getBytes(StandardCharsets.UTF_8))).fields());
    }

    @Test
    void tells_the_merchant_under_our_number_where_its_request_wants_it() {
        Payout payout = desk.requested("news");

        told(enveloped("news", "FAILED", ",\"responseCode\":\"INVALID_ACCOUNT\",\"responseMsg\":\"no such account\""));

        var owed = desk.owed(payout).getFirst();
        assertEquals(
                "https://merchant.example/payouts",
                owed.notifyUrl().orElseThrow().toString());
        String body = owed.body().asUtf8();
        assertTrue(body.contains("\"tradeNo\":\"" + payout.id() + "\""), body);
        assertTrue(body.startsWith("{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\""), "also about one that failed");
        assertTrue(body.contains("\"responseCode\":\"INVALID_ACCOUNT\",\"responseMsg\":\"no such account\""), body);
        assertTrue(body.contains("\"reference\":\"mine\""), body);
        assertEquals(
                Optional.of(new UpstreamTradeNo("UP-news")),
                desk.gateway.payout("news").orElseThrow().upstreamNo());
    }

    @Test
    void tells_of_a_bounce_behind_its_success() {
        Payout payout = desk.requested("bounce");

        told(enveloped("bounce", "SUCCESS", ""));
        told(enveloped(
                "bounce",
                "BOUNCEBACK",
                ",\"bounceBackTime\":\"2026-03-01T12:00:50"
                        + " +0000\",\"source\":{\"amount\":\"30.00\",\"currency\":\"PHP\"}"));

        List<String> bodies = desk.gateway.store.journal().story(ObjectRef.of(payout.id())).stream()
                .map(row -> row.entry())
                .filter(entry -> entry.note().startsWith("the merchant is owed"))
                .map(entry -> entry.body().orElseThrow().asUtf8())
                .toList();
        assertEquals(2, bodies.size());
        assertTrue(bodies.getFirst().contains("\"status\":\"SUCCESS\""));
        assertTrue(bodies.getLast().contains("\"status\":\"BOUNCEBACK\""));
        assertTrue(bodies.getLast().contains("\"source\":{\"amount\":\"30.00\",\"currency\":\"PHP\"}"));
        assertTrue(bodies.getLast().contains("\"bounceBackTime\":\"2026-03-01T12:00:50 +0000\""));
    }

    /** Upstream's clock is behind ours, or it told the time in whole seconds. */
    @Test
    void tells_no_end_before_the_request() {
        Payout payout = desk.requested("sooner");

        told(enveloped("sooner", "SUCCESS", ",\"payFinishTime\":\"2026-03-01T11:59:59 +0000\""));

        assertEquals(
                new State.Succeeded(Instant.parse("2026-03-01T11:59:59Z")),
                desk.gateway.payout("sooner").orElseThrow().state(),
                "kept as it was told");
        String body = desk.owed(payout).getFirst().body().asUtf8();
        assertTrue(body.contains("\"transactionUtcTime\":\"2026-03-01T12:00:00 +0000\""), body);
        assertTrue(body.contains("\"payFinishTime\":\"2026-03-01T12:00:00 +0000\""), body);
    }

    @Test
    void moves_no_other_merchants_payout() {
        Payout mine = desk.requested("mine");
        String theirs = enveloped("mine", "SUCCESS", "")
                .replace(LiveGateway.UPSTREAM_APP, "up-neighbour")
                .replace(LiveGateway.UPSTREAM_NO, "N-NO");

        told(theirs);

        assertEquals(mine.state(), desk.gateway.payout("mine").orElseThrow().state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":\"SETTLED\"",
                "\"status\":1",
                "\"status\":\"SUCCESS\",\"trade\":\"{}\"",
                "\"status\":\"SUCCESS\",\"trade\":{\"amount\":\"x\",\"currency\":\"PHP\"}",
                "\"status\":\"SUCCESS\",\"trade\":{\"amount\":\"-30.50\",\"currency\":\"PHP\"}",
                "\"status\":\"SUCCESS\",\"trade\":{\"amount\":\"30.50\",\"currency\":\"XXX\"}",
                "\"status\":\"SUCCESS\",\"trade\":{\"amount\":true,\"currency\":\"PHP\"}"
            })
    void that_makes_no_sense_is_kept_and_not_acknowledged(String decisive) {
        if (desk.gateway.payout("senseless").isEmpty()) {
            desk.requested("senseless");
        }
        int before = desk.gateway.discrepancies().size();
        Payout.State state = desk.gateway.payout("senseless").orElseThrow().state();
        String body = enveloped("senseless", "@", "");

        Answer answer = desk.tell(ENVELOPED, body.substring(0, body.indexOf("\"status\"")) + decisive + "}}");

        assertEquals(422, answer.status(), answer.body()::asUtf8);
        assertEquals(before + 1, desk.gateway.discrepancies().size());
        assertEquals(state, desk.gateway.payout("senseless").orElseThrow().state());
    }

    @Test
    void of_a_merchant_in_the_other_dialect_is_taken_and_told_in_that_one() {
        var legacy = desk.gateway.register(
                "mixed", "P9", Independent.keys(), "up-mixed", "N-MIXED", PayoutDialect.LEGACY, Keys.UPSTREAM);

        told(enveloped("mixed", "SUCCESS", "")
                .replace(LiveGateway.UPSTREAM_APP, "up-mixed")
                .replace(LiveGateway.UPSTREAM_NO, "N-MIXED"));

        Payout made = desk.gateway
                .store
                .payouts()
                .find(legacy.id(), new OutTradeNo("mixed"))
                .orElseThrow();
        assertTrue(desk.owed(made).getFirst().body().asUtf8().startsWith("{\"orderId\":\"mixed\""));
    }
}
