package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Journal;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Heard;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The number of a card in the wrong place")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardsInWrongPlacesOverHttpTest {
    private static final String CARD = "4111111111111111";

    private LiveGateway gateway;
    private Client client;

    @BeforeAll
    void start() {
        gateway = new LiveGateway();
        client = new Client(gateway);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private Answer ask(Draft draft) {
        byte[] body = draft.bytes();
        return client.post(Client.CAPTURE, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
    }

    @ParameterizedTest
    @CsvSource({
        "data.currency, \"4111111111111111\"",
        "data.currency, \"4111 1111 1111 1111\"",
        "data.amount, \"-4111111111111111\"",
        "data.amount, \"4111111111111111.123\"",
        "data.requestId, \" 4111-1111-1111-1111\"",
        "version, \"4111111111111111\"",
        "requestTime, \"4111111111111111\"",
        "merchantNo, \"4111111111111111\""
    })
    void is_masked_in_the_answer_that_refuses_it_and_in_the_log(String field, String json) {
        try (Heard heard = new Heard()) {
            Answer answer = ask(Draft.request("card").with(field, json));

            String told = answer.body().asUtf8() + heard.text();
            assertFalse(answer.code().equals("APPLY_SUCCESS"), told);
            assertFalse(told.replaceAll("[ -]", "").contains(CARD), told);
        }
    }

    @Test
    void is_masked_where_it_is_the_name_of_a_field() {
        try (Heard heard = new Heard()) {
            Answer answer = ask(Draft.request("named").with("data." + CARD, "1"));
            assertEquals("APPLY_SUCCESS", answer.code());

            assertFalse(heard.text().contains(CARD), heard::text);
        }
        List<Journal.Row> story = gateway.story(gateway.capture("named").orElseThrow());
        String notes = story.stream().map(row -> row.entry().note()).toList().toString();
        assertTrue(notes.contains("data.************1111 (no page has it)"), notes);
    }

    @ParameterizedTest
    @CsvSource({
        "\"4111111111111111\"",
        "4111111111111111",
        "\"4111111111111111.00\"",
        "\"5555555555554444.5\"",
        "\"41111111111111.11\""
    })
    void is_no_amount_as_that_would_be_kept_in_the_clear(String amount) {
        Answer answer = ask(Draft.request("amount").with("data.amount", amount));

        assertEquals("AMOUNT_INVALID", answer.code());
        assertTrue(answer.msg().endsWith("(expected: an amount, no number that a card may have)"), answer.msg());
        assertTrue(gateway.capture("amount").isEmpty());
    }

    @Test
    void stays_what_it_is_where_it_is_the_number_of_an_order() {
        Answer first = ask(Draft.request(CARD));
        assertEquals("APPLY_SUCCESS", first.code());
        assertTrue(gateway.capture(CARD).isPresent());

        Answer again = ask(Draft.request(CARD));

        assertEquals(first.data(), again.data(), "it names the same order");
    }

    @Test
    void is_masked_in_what_upstream_says_of_a_failure() {
        assertEquals("APPLY_SUCCESS", ask(Draft.request("failed")).code());
        byte[] news = Draft.notification("failed")
                .with("data.status", "\"FAILED\"")
                .with("data.errorCode", "\"DECLINED\"")
                .with("data.errorMsg", "\"card " + CARD + " was declined\"")
                .with("data.succeededTime", "null")
                .with("data.failedTime", "\"2026-03-01T11:59:30 +0000\"")
                .bytes();

        assertEquals(
                200,
                client.post(
                                "/captureResultNotifyUrl/" + LiveGateway.APP,
                                news,
                                List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), news)))
                        .status());

        assertTrue(
                gateway.capture("failed")
                        .orElseThrow()
                        .state()
                        .toString()
                        .contains("card ************1111 was declined"),
                () -> gateway.capture("failed").orElseThrow().state().toString());
    }
}
