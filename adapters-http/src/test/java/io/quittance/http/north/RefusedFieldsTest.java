package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of the request absent, null, empty, of another type, at its limit and beyond it; and what is answered. */
@DisplayName("A field of a capture request")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedFieldsTest {
    private static final String NOT_STRINGS = "1 true null [] {}";

    private LiveGateway gateway;
    private Client client;

    @BeforeAll
    void start() {
        gateway = new LiveGateway();
        client = new Client(gateway);
        gateway.register("limits", "N".repeat(32), Keys.OTHER, "up-limits", "up-limits-no");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private Answer ask(Draft draft) {
        byte[] body = draft.bytes();
        KeyPair its = new String(body, StandardCharsets.UTF_8).contains("\"limits\"") ? Keys.OTHER : Keys.MERCHANT;
        return client.post(Client.CAPTURE, body, List.of(Keys.sign(its.getPrivate(), body)));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                        wrong("version", "PARAMS_INVALID", NOT_STRINGS + " 1.5"),
                        wrong("version", "PARAMS_INVALID", "'' '1' 'v1.5' '1.5.1' '1.' '.5' '1.5b' '１.５' '123456.78'"),
                        wrong("keyVersion", "PARAMS_INVALID", "2 1.0 true null [] {} '' '2' '01' 'one'"),
                        wrong("requestTime", "PARAMS_INVALID", NOT_STRINGS + " 1772366400000"),
                        wrong("requestTime", "PARAMS_INVALID", "'' 'now' '2026-03-01T12:00:00' '2026-03-01'"),
                        wrong("requestTime", "PARAMS_INVALID", "'2026-02-30T12:00:00Z' '2026-03-01T24:00:00Z'"),
                        wrong(
                                "requestTime",
                                "PARAMS_INVALID",
                                "'2026-03-01T12:00:00.1234567890Z' '" + "2".repeat(33) + "'"),
                        wrong(
                                "appId",
                                "PARAMS_INVALID",
                                NOT_STRINGS + " '' '" + "a".repeat(65) + "' 'a\\u0000' '\\ta'"),
                        wrong("appId", "MERCHANT_APP_INVALID", "'nobody' '" + "a".repeat(64) + "'"),
                        wrong("merchantNo", "PARAMS_INVALID", "1 true [] {} '' '" + "N".repeat(33) + "'"),
                        wrong("merchantNo", "MERCHANT_INVALID", "'" + LiveGateway.NEIGHBOUR_NO + "' 'p01010114178824'"),
                        wrong("merchantNo", "MERCHANT_INVALID", "'" + "N".repeat(32) + "'"),
                        wrong("data", "PARAMS_INVALID", "1 true null [] '' 'data'"),
                        ids("data.requestId"),
                        ids("data.outTradeNo"),
                        wrong("data.currency", "PARAMS_INVALID", NOT_STRINGS),
                        wrong("data.currency", "CURRENCY_INVALID", "'' 'usd' 'US' 'USDX' 'XXX' 'ＵＳＤ' '\\u0000'"),
                        wrong("data.amount", "PARAMS_INVALID", "true null [] {} [1]"),
                        wrong("data.finalCapture", "PARAMS_INVALID", "1 0 [] {} '' 'yes' 'truе'"))
                .flatMap(cases -> cases);
    }

    static Stream<Arguments> absent() {
        return Stream.of(
                        "version",
                        "keyVersion",
                        "requestTime",
                        "appId",
                        "data",
                        "data.requestId",
                        "data.outTradeNo",
                        "data.currency",
                        "data.amount")
                .map(field -> Arguments.of(
                        field + " absent", field, Draft.request("refused").without(field)));
    }

    static Stream<Arguments> blanks() {
        return Stream.of("data.requestId", "data.outTradeNo", "appId")
                .flatMap(field -> Stream.of(
                                "\" a\"", "\"a \"", "\"\u00a0a\"", "\"a\u3000\"", "\"a\\nb\"", "\"\\u2028\"", "\" \"")
                        .map(value -> Arguments.of(
                                field + " " + value,
                                field,
                                Draft.request("refused").with(field, value))));
    }

    private static Stream<Arguments> ids(String field) {
        return Stream.concat(
                wrong(field, "PARAMS_INVALID", NOT_STRINGS + " '' '" + "a".repeat(65) + "' '" + "😀".repeat(65) + "'"),
                wrong(field, "PARAMS_INVALID", "'a\\u0000' '\\u0000' 'a\\u0000b' 'a\\u001fb' 'a\\u007fb'"));
    }

    /** @param values separated by blanks, with single quotes for those of JSON */
    private static Stream<Arguments> wrong(String field, String code, String values) {
        return Stream.of(values.replace('\'', '"').split(" "))
                .map(value -> Arguments.of(
                        field + " " + value,
                        field,
                        code,
                        Draft.request("refused").with(field, value)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, String field, String code, Draft draft) {
        assertRefused(code, field, draft);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void absent(String what, String field, Draft draft) {
        assertRefused("PARAMS_INVALID", field, draft);
        assertTrue(ask(draft).msg().startsWith(field + ": absent (expected: "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void blanks(String what, String field, Draft draft) {
        assertRefused("PARAMS_INVALID", field, draft);
    }

    private void assertRefused(String code, String field, Draft draft) {
        var before = gateway.snapshot();

        Answer answer = ask(draft);

        assertEquals(code, answer.code(), answer.body()::asUtf8);
        assertTrue(answer.msg().matches("(?s)" + field + ": .+ \\(expected: .+\\)"), answer.msg());
        assertTrue(answer.msg().codePointCount(0, answer.msg().length()) <= 256, answer.msg());
        assertTrue(answer.msg().codePoints().noneMatch(Character::isISOControl), answer.msg());
        assertEquals(List.of("code", "msg"), List.copyOf(answer.json().fields().keySet()));
        assertEquals(200, answer.status());
        assertEquals(Optional.of("application/json;charset=utf-8"), answer.contentType());
        if (field.equals("appId")) {
            assertFalse(answer.sign().isPresent(), "a stranger made us sign");
        } else {
            assertTrue(answer.signedByGateway(), "a verified request was answered without a signature");
        }
        assertEquals(before, gateway.snapshot());
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                        right("version", "'1.0' '1.4' '12345.67' '0.0'"),
                        right("keyVersion", "'1' 1"),
                        right("merchantNo", "null '" + LiveGateway.NO + "'"),
                        right("spMerchantNo", "null"),
                        right("unknown", "1 {} 'text' [{}]"),
                        right("data.unknown", "1 {} 'text' [{}]"),
                        right("data.requestId", "'" + "a".repeat(64) + "' '" + "😀".repeat(64) + "' 'ü/\\\\'"),
                        right("data.outTradeNo", "'a' '" + "a".repeat(64) + "' '" + "😀".repeat(64) + "'"),
                        right("data.currency", "'USD' 'BHD' 'JPY'"),
                        right("data.finalCapture", "true false null 'true' 'False' 'TRUE'"))
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> right(String field, String values) {
        String[] all = values.replace('\'', '"').split(" ");
        return Stream.iterate(0, i -> i < all.length, i -> i + 1)
                .map(i -> Arguments.of(
                        field + " " + all[i],
                        Draft.request("accepted-" + field + i).with(field, all[i])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String what, Draft draft) {
        Answer answer = ask(draft);

        assertEquals("APPLY_SUCCESS", answer.code(), answer.body()::asUtf8);
        assertTrue(answer.signedByGateway());
    }

    @ParameterizedTest
    @MethodSource("longestNumber")
    void accepts_a_merchant_number_at_its_limit(Draft draft) {
        assertEquals("APPLY_SUCCESS", ask(draft).code());
    }

    static Stream<Draft> longestNumber() {
        return Stream.of(
                Draft.request("longest").with("appId", "\"limits\"").with("merchantNo", Draft.text("N".repeat(32))));
    }
}
