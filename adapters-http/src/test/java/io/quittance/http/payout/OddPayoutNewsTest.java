package io.quittance.http.payout;

import static io.quittance.http.payout.PayoutDesk.ENVELOPED;
import static io.quittance.http.payout.PayoutDesk.enveloped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.payout.Payout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a merchant is told where upstream's side fields are odd")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddPayoutNewsTest {
    private PayoutDesk desk;
    private int count;

    @BeforeAll
    void start() {
        desk = new PayoutDesk();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private String told(String more) {
        String order = "odd" + ++count;
        Payout payout = desk.requested(order);
        assertEquals(
                200, desk.tell(ENVELOPED, enveloped(order, "SUCCESS", more)).status());
        return desk.owed(payout).getFirst().body().asUtf8();
    }

    /** In upstream's own words, as far as the page's field holds them; an amount only with its currency. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'amount':'217.00','currency':'CNH'}|{'amount':'217.00','currency':'CNH'}",
                "{'amount':'0.53','currency':'USDT'}|{}",
                "{'amount':'x','currency':'PHP'}|{}",
                "{'amount':'30.00','currency':'PHP','exchangeRate':'6.25E-5'}"
                        + "|{'amount':'30.00','currency':'PHP','exchangeRate':'0.0000625000'}",
                "{'amount':'30.00','currency':'PHP','exchangeRate':'-2'}"
                        + "|{'amount':'30.00','currency':'PHP','exchangeRate':'-2'}",
                "{'amount':'30.00','currency':'PHP','exchangeRate':'1e999999999'}|{'amount':'30.00','currency':'PHP'}",
                "{'amount':'31.00','currency':'PHP','fee':'-1.00','feeCurrency':'PHP'}"
                        + "|{'amount':'31.00','currency':'PHP','fee':'-1.00','feeCurrency':'PHP'}",
                "{'amount':'31.00','currency':'CNH','fee':'1.00'}"
                        + "|{'amount':'31.00','currency':'CNH','fee':'1.00','feeCurrency':'CNH'}",
                "{}|{'amount':'30.50','currency':'PHP'}",
                "7|{}"
            })
    void of_the_money_is_what_upstream_said_and_nothing_else(String said, String expected) {
        String body = told((",'source':" + said).replace('\'', '"'));

        assertTrue(body.contains(("'source':" + expected + ",").replace('\'', '"')), body);
    }

    @Test
    void of_texts_is_what_the_page_can_hold() {
        String body = told(",\"redeemCode\":\"" + "4".repeat(40) + "\",\"notifyEmail\":[],\"payFinishTime\":\"soon\"");

        assertTrue(body.contains("\"redeemCode\":\"\""), body);
        assertTrue(body.contains("\"notifyEmail\":\"\""), body);
        assertTrue(
                body.contains("\"payFinishTime\":\"2026-03-01T12:00:00 +0000\""),
                "when it was told, yet not before it was asked for");
        assertFalse(body.contains("4".repeat(40)), body);
    }
}
