package io.quittance.http.payout;

import static io.quittance.http.payout.PayoutDesk.LEGACY;
import static io.quittance.http.payout.PayoutDesk.legacy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.transaction.StoreUnavailable;
import io.quittance.domain.merchant.Merchant;
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
import io.quittance.http.live.Page;
import io.quittance.http.outbound.Independent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A payout callback in the flat form")
class LegacyPayoutCallbackOverHttpTest {
    private static final String ACKNOWLEDGED = "{\"bizCode\":\"0000\",\"message\":\"success\"}";

    private final PayoutDesk desk = new PayoutDesk();

    @AfterEach
    void stop() {
        desk.close();
    }

    private Merchant legacyMerchant(String app, KeyPair upstream) {
        return desk.gateway.register(
                app, "P-" + app, Independent.keys(), "up-" + app, "N-" + app, PayoutDialect.LEGACY, upstream);
    }

    private void told(String path, String body, KeyPair keys) {
        Answer answer = desk.tell(path, body, keys);
        assertEquals(ACKNOWLEDGED, answer.body().asUtf8());
        assertEquals(200, answer.status());
    }

    private Optional<Payout> payout(Merchant merchant, String order) {
        return desk.gateway.store.payouts().find(merchant.id(), new OutTradeNo(order));
    }

    @Nested
    class Of_the_page {
        private final Merchant merchant = legacyMerchant("flat", Keys.UPSTREAM);
        private final String page = Page.example("payout-legacy-notification/notification.json");

        @Test
        void makes_the_payout_that_nobody_asked_for_exactly_as_told() {
            told(LEGACY, page, Keys.UPSTREAM);

            Payout made = payout(merchant, "dev_1639483346").orElseThrow();
            assertEquals(Optional.of(new UpstreamTradeNo("WD20211233121226853860998")), made.upstreamNo());
            assertNotEquals("WD20211233121226853860998", made.id().value());
            assertEquals(Money.of("1", "USD"), made.trade(), "their source is the trade");
            assertEquals(new State.Succeeded(Instant.ofEpochMilli(1639483970000L)), made.state());
            assertEquals(Instant.ofEpochMilli(1639483946000L), made.createdAt());
            assertEquals(
                    Optional.of(Sum.of(Money.of("14551.00", "IDR"))),
                    made.legs().source().amount());
            assertEquals(
                    Optional.of(Sum.of(Money.of("0", "USD"))),
                    made.legs().source().fee(),
                    "their debit's, in USD");
            assertEquals(
                    0, made.legs().destination().rate().orElseThrow().compareTo(new BigDecimal("14551.3328650147")));
            assertEquals(
                    Optional.of("this is passBackParams"), made.particulars().reference());
        }

        @Test
        void goes_out_again_field_by_field_as_it_came() throws Exception {
            told(LEGACY, page, Keys.UPSTREAM);
            Payout made = payout(merchant, "dev_1639483346").orElseThrow();

            Json.Obj in = (Json.Obj) JsonReader.read(page.getBytes(StandardCharsets.UTF_8));
            Json.Obj out =
                    (Json.Obj) JsonReader.read(desk.owed(made).getFirst().body().toArray());
            in.fields().forEach((name, value) -> {
                if (!name.equals("fundsReturnTime") && !name.equals("tradeNo")) {
                    assertEquals(value, out.field(name).orElseThrow(), name);
                }
            });
            assertEquals(Optional.of(new Json.Str(made.id().value())), out.field("tradeNo"), "under our number");
            assertFalse(out.field("fundsReturnTime").isPresent(), "nothing came back of a success: D18");
        }

        @Test
        void is_acknowledged_with_the_words_of_the_page() throws Exception {
            assertEquals(
                    JsonReader.read(Page.example("payout-legacy-notification/acknowledgement.json")
                            .getBytes(StandardCharsets.UTF_8)),
                    JsonReader.read(ACKNOWLEDGED.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Our output, read by a reader that knows the page alone. */
    @Nested
    class Of_ours {
        private final Merchant merchant = legacyMerchant("reader", Keys.UPSTREAM);

        private LegacyPage out(String order) {
            Payout payout = payout(merchant, order).orElseThrow();
            return new LegacyPage(desk.owed(payout).getFirst().body().toArray());
        }

        @Test
        void is_read_by_the_page_with_every_field_that_it_has() {
            told(
                    LEGACY,
                    legacy(
                            "all",
                            4,
                            ",\"payFinishTime\":1772366341000,\"bounceBackTime\":1772366342000,\"expiryTime\":1772366343000,"
                                + "\"redeemCode\":\"4711\",\"passBackParams\":\"mine\",\"responseCode\":\"INVALID_ACCOUNT\",\"responseMsg\":\"no"
                                + " such account\",\"fundsFreezeTime\":\"2026-03-01T11:59:00"
                                + " +0000\",\"fundsReturnTime\":\"2026-03-01T11:59:02 +0000\","
                                + "\"additionalIdentifier\":\"{\\\"referenceId\\\":\\\"R1\\\"}\","
                                + "\"debit\":\"{\\\"amount\\\":\\\"0.5\\\",\\\"currency\\\":\\\"USD\\\"}\","
                                + "\"destination\":\"{\\\"amount\\\":\\\"30\\\",\\\"currency\\\":\\\"PHP\\\","
                                + "\\\"exchangeRate\\\":\\\"1\\\",\\\"fee\\\":\\\"0.5\\\",\\\"feeCurrency\\\":\\\"PHP\\\"}\""),
                    Keys.UPSTREAM);

            LegacyPage page = out("all");

            assertEquals(List.of(), page.faults());
            assertEquals("bounceback", page.outcome());
            assertEquals(1772366342000L, page.number("bounceBackTime"));
            assertEquals("30.50", page.inner("source", "amount"), "their source is what was asked for");
            assertEquals("0.50", page.inner("debit", "amount"), "their debit is the merchant's side");
            assertEquals("30.00", page.inner("destination", "amount"));
            assertEquals("1.0000000000", page.inner("destination", "exchangeRate"));
            assertEquals("0.50", page.inner("destination", "fee"));
            assertEquals("R1", page.inner("additionalIdentifier", "referenceId"));
            assertEquals("INVALID_ACCOUNT", page.text("responseCode"));
            assertEquals("mine", page.text("passBackParams"));
            assertEquals("2026-03-01T11:59:02 +0000", page.text("fundsReturnTime"));
        }

        @Test
        void is_read_by_the_page_whatever_the_outcome_and_however_little_was_told() {
            told(LEGACY, legacy("paid", 1, ""), Keys.UPSTREAM);
            told(LEGACY, legacy("failed", 2, ""), Keys.UPSTREAM);

            assertEquals(List.of(), out("paid").faults());
            assertEquals("success", out("paid").outcome());
            assertEquals("", out("paid").text("responseCode"));
            assertEquals(List.of(), out("failed").faults());
            assertEquals("failure", out("failed").outcome());
            assertEquals("PAYMENT_FAILED", out("failed").text("responseCode"));
        }
    }

    @Nested
    class That_cannot_be_taken {
        private Merchant merchant;

        @BeforeEach
        void a_merchant() {
            merchant = legacyMerchant("bad", Keys.UPSTREAM);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"orderId\":\"o\",\"status\":5}",
                    "{\"orderId\":\"o\",\"status\":true}",
                    "{\"orderId\":\"o\"}",
                    "{\"orderId\":7,\"status\":1}",
                    "{\"status\":1}",
                    "{\"orderId\":\"o\",\"status\":1,\"source\":{\"amount\":\"1\"}}",
                    "{\"orderId\":\"o\",\"status\":1,\"source\":\"{\"}",
                    "{\"orderId\":\"o\",\"status\":1,\"source\":\"[]\"}",
                    "{\"orderId\":\"o\",\"status\":1,\"source\":\"{\\\"amount\\\":1,\\\"amount\\\":2}\"}",
                    "{\"orderId\":\"o\",\"status\":1,\"source\":\"{\\\"amount\\\":[]}\"}",
                    "{\"orderId\":\"o\",\"status\":1,\"source\":\"{\\\"amount\\\":\\\"1e9\\\"}\"}",
                    "{\"orderId\":\"o\",\"status\":1,\"source\":\"{\\\"currency\\\":true}\"}"
                })
        void is_kept_and_not_acknowledged_when_it_makes_no_sense(String body) {
            Answer answer = desk.tell(LEGACY, body);

            assertEquals(400, answer.status(), answer.body()::asUtf8);
            assertEquals(
                    "{\"bizCode\":\"9998\",\"message\":\"data is invalid\"}",
                    answer.body().asUtf8());
            assertEquals(
                    1, desk.gateway.store.discrepancies().of(merchant.id(), 10).size());
            assertEquals(Optional.empty(), payout(merchant, "o"));
        }

        @Test
        void is_kept_and_not_acknowledged_when_a_string_within_is_too_long() {
            String inner = "{\\\"amount\\\":\\\"1\\\",\\\"note\\\":\\\"" + "x".repeat(500) + "\\\"}";

            assertEquals(
                    400,
                    desk.tell(LEGACY, "{\"orderId\":\"o\",\"status\":1,\"source\":\"" + inner + "\"}")
                            .status());
        }

        @Test
        void is_refused_in_its_own_dialect_when_it_is_no_json() {
            Answer answer = desk.tell(LEGACY, "orderId=1&status=1");

            assertEquals(400, answer.status());
            assertEquals(
                    "{\"bizCode\":\"9998\",\"message\":\"data is invalid\"}",
                    answer.body().asUtf8());
        }

        @Test
        void is_told_to_come_again_when_our_database_is_away() {
            desk.gateway.failing(Optional.of(new StoreUnavailable("away", new IllegalStateException())));

            Answer answer = desk.tell(LEGACY, legacy("later", 1, ""));

            assertEquals(503, answer.status());
            assertTrue(answer.body().asUtf8().startsWith("{\"bizCode\":\"9999\",\"message\":\"System error, id "));
        }
    }

    @Test
    void says_the_same_news_as_the_other_form() {
        Payout payout = desk.requested("both");

        told(LEGACY, legacy("both", 1, ""), Keys.UPSTREAM);
        desk.tell(PayoutDesk.ENVELOPED, PayoutDesk.enveloped("both", "SUCCESS", ""));

        assertEquals(1, desk.owed(payout).size());
        assertEquals(
                1,
                desk.gateway
                        .store
                        .journal()
                        .story(ObjectRef.of(payout.id()))
                        .get(1)
                        .repeats());
    }
}
