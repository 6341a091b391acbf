package io.quittance.http.payout;

import static io.quittance.http.payout.PayoutDesk.LEGACY;
import static io.quittance.http.payout.PayoutDesk.legacy;
import static io.quittance.http.payout.PayoutDesk.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Heard;
import io.quittance.http.live.Keys;
import io.quittance.http.outbound.Independent;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Fifty merchants, each with another key upstream, have a payout under the same number, and the message names nobody. */
@DisplayName("A payout callback in the flat form that could be of fifty keys")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LegacyForgeryTest {
    private static final String ORDER = "shared";
    private static final KeyPair EIGHTH = Independent.keys();
    private static final KeyPair NINTH = Independent.keys();
    private static final KeyPair LAST = Independent.keys();

    private final PayoutDesk desk = new PayoutDesk();
    private final List<Merchant> merchants = new ArrayList<>();

    private static KeyPair upstream(int place) {
        return switch (place) {
            case 8 -> EIGHTH;
            case 9 -> NINTH;
            case 50 -> LAST;
            default -> {
                PublicKey open = Independent.publicKey();
                yield new KeyPair(open, EIGHTH.getPrivate());
            }
        };
    }

    @BeforeAll
    void ask() {
        for (int place : IntStream.rangeClosed(1, 50).toArray()) {
            String app = "app-" + place;
            KeyPair own = Independent.keys();
            merchants.add(desk.gateway.register(
                    app, "P" + place, own, "up" + place, "N" + place, PayoutDialect.V2, upstream(place)));
            for (String order : List.of(ORDER, "numbered")) {
                Answer answer = desk.ask("paymentOrderPay", request(order), app, own);
                assertEquals("APPLY_SUCCESS", answer.code(), answer.body()::asUtf8);
            }
        }
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private Payout payout(int place, String order) {
        return desk.gateway
                .store
                .payouts()
                .find(merchants.get(place - 1).id(), new OutTradeNo(order))
                .orElseThrow();
    }

    private void upstreamCalls(int place, String order, String number) {
        desk.gateway
                .store
                .transactions()
                .inOne(() -> desk.gateway
                        .store
                        .payouts()
                        .replace(payout(place, order).numbered(new UpstreamTradeNo(number))));
    }

    private void refused(String order, KeyPair keys) {
        var before = desk.gateway.snapshot();

        try (Heard heard = new Heard()) {
            String body = legacy(order, 1, "");
            Answer answer = desk.tell(LEGACY, body, keys);

            assertEquals(401, answer.status());
            assertEquals(
                    "{\"bizCode\":\"9998\",\"message\":\"sign is invalid\"}",
                    answer.body().asUtf8());
            assertTrue(
                    heard.lines().stream()
                            .anyMatch(line -> line.getLevel() == Level.WARN
                                    && line.getFormattedMessage()
                                            .startsWith("a message to delSuffixStart12 could be signed by more than 8"
                                                    + " keys")
                                    && line.getFormattedMessage()
                                            .endsWith("give it the address with the app id behind it")),
                    heard::text);
            String sign = Keys.sign(keys.getPrivate(), body.getBytes(StandardCharsets.UTF_8));
            assertFalse(heard.text().contains(sign) || heard.text().contains(order), "what a stranger says");
        }
        assertEquals(before, desk.gateway.snapshot());
        assertEquals(List.of(), desk.gateway.store.discrepancies().unassigned(100));
    }

    private void acknowledged(String path, String order, KeyPair keys) {
        Answer answer = desk.tell(path, legacy(order, 1, ""), keys);

        assertEquals(200, answer.status(), answer.body()::asUtf8);
        assertEquals(
                "{\"bizCode\":\"0000\",\"message\":\"success\"}", answer.body().asUtf8());
    }

    @Test
    void is_refused_and_changes_nothing_when_it_is_forged() {
        refused(ORDER, Independent.keys());
    }

    @Test
    void is_taken_by_the_eighth_key_refused_by_the_ninth_and_taken_by_it_at_the_address_of_its_merchant() {
        for (int place = 1; place <= 50; place++) {
            assertEquals(Optional.empty(), payout(place, ORDER).upstreamNo(), "which decides nothing here");
        }

        refused(ORDER, NINTH);
        refused(ORDER, LAST);
        acknowledged(LEGACY, ORDER, EIGHTH);
        acknowledged(LEGACY + "/app-9", ORDER, NINTH);

        for (int place = 1; place <= 50; place++) {
            assertEquals(place == 8 || place == 9, payout(place, ORDER).ended(), "of merchant " + place);
        }
    }

    /** {@link PayoutDesk#legacy} tells upstream's number as {@code UP-} and ours. */
    @Test
    void is_taken_by_whosever_key_it_is_once_upstreams_number_is_known() {
        String order = "numbered";
        upstreamCalls(50, order, "UP-" + order);
        upstreamCalls(1, order, "UP-another");

        acknowledged(LEGACY, order, LAST);

        assertTrue(payout(50, order).ended());
        acknowledged(LEGACY, order, EIGHTH);
        assertTrue(
                payout(8, order).ended(), "its place is the eighth: behind the one that is numbered, before the first");
    }
}
