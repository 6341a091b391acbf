package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The amount of a capture request")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedAmountsTest {
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

    static Stream<Arguments> refused() {
        Stream<Arguments> numbers = Stream.of(
                        "0",
                        "0.00",
                        "-0",
                        "-1",
                        "-0.01",
                        "1e-1",
                        "1E-2",
                        "1e100",
                        "1.5e0",
                        "1.001",
                        "1e1000000000",
                        "1e-1000000000")
                .map(amount -> Arguments.of("USD", amount));
        Stream<Arguments> texts = Stream.of(
                        "", "0", "0.00", "-1", "+1", "1e2", "1e1000000000", " 1", "1 ", "1 000", " ", "1,000", "1_000")
                .map(amount -> Arguments.of("USD", Draft.text(amount)));
        Stream<Arguments> spellings = Stream.of(
                        "1.",
                        ".1",
                        ".",
                        "1..0",
                        "1.0.0",
                        "0x10",
                        "NaN",
                        "Infinity",
                        "ten",
                        "١٢",
                        "１",
                        "1\\u0000",
                        "1.001")
                .map(amount -> Arguments.of("USD", Draft.text(amount)));
        Stream<Arguments> decimals = Stream.of(
                Arguments.of("JPY", "1.1"),
                Arguments.of("JPY", "\"0.1\""),
                Arguments.of("BHD", "1.001"),
                Arguments.of("BHD", "\"1.001\""),
                Arguments.of("IDR", "\"1.5\""));
        Stream<Arguments> digits = Stream.of(
                        "9".repeat(1025), "9".repeat(31), "1." + "0".repeat(1023), "9".repeat(60_000))
                .flatMap(amount -> Stream.of(Arguments.of("USD", amount), Arguments.of("USD", Draft.text(amount))));
        return Stream.of(numbers, texts, spellings, decimals, digits).flatMap(cases -> cases);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void refused(String currency, String amount) {
        var before = gateway.snapshot();
        Draft draft = Draft.request("refused")
                .with("data.currency", Draft.text(currency))
                .with("data.amount", amount);

        Answer answer = assertTimeout(Duration.ofSeconds(5), () -> ask(draft));

        assertEquals("AMOUNT_INVALID", answer.code(), answer.body()::asUtf8);
        assertTrue(answer.msg().startsWith("data.amount: "), answer.msg());
        assertTrue(answer.msg().length() <= 256, answer.msg());
        assertTrue(answer.signedByGateway());
        assertEquals(before, gateway.snapshot());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "USD, 0.01, 0.01",
        "USD, 100, 100.00",
        "USD, 1.1000, 1.10",
        "USD, 0001.5, 1.50",
        "JPY, 100, 100",
        "JPY, 100.000, 100",
        "BHD, 1.01, 1.01",
        "BHD, 1.010, 1.01",
        "USD, 999999999999999999999999999999, 999999999999999999999999999999.00",
    })
    void is_kept_to_the_last_digit(String currency, String amount, String told) {
        Answer answer = ask(Draft.request("kept-" + currency + amount)
                .with("data.currency", Draft.text(currency))
                .with("data.amount", Draft.text(amount)));

        assertEquals(told, Answer.text(answer.data(), "amount"));
    }

    @ParameterizedTest
    @MethodSource("longest")
    void may_have_as_many_characters_as_the_page_allows(String amount) {
        Answer answer = ask(Draft.request("longest-" + amount.length()).with("data.amount", amount));

        assertEquals("1.00", Answer.text(answer.data(), "amount"));
    }

    static Stream<String> longest() {
        return Stream.of("1." + "0".repeat(1022), Draft.text("1." + "0".repeat(1022)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"USD, 1.001, 2", "JPY, 1.1, 0", "BHD, 1.001, 2"})
    void is_refused_with_the_decimals_of_its_currency(String currency, String amount, int decimals) {
        Answer answer = ask(Draft.request("refused")
                .with("data.currency", Draft.text(currency))
                .with("data.amount", Draft.text(amount)));

        assertEquals(
                "data.amount: '" + amount + "' (expected: at most " + decimals + " decimals for " + currency + ")",
                answer.msg());
    }
}
