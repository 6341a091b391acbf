package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.domain.key.KeyRing;
import io.quittance.domain.merchant.AppId;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A caller")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedCallersTest {
    private static final byte[] BODY = Draft.request("refused").bytes();
    private static final String SIGN = Keys.sign(Keys.MERCHANT.getPrivate(), BODY);

    private LiveGateway gateway;
    private Client client;

    @BeforeAll
    void start() {
        gateway = new LiveGateway();
        client = new Client(gateway);
        gateway.register("disabled", "D1", Keys.OTHER, "up-disabled", "UD1");
        Given.enable(gateway.store, new AppId("disabled"), false);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private Answer ask(Draft draft) {
        byte[] body = draft.bytes();
        KeyPair its = new String(body, StandardCharsets.UTF_8).contains("\"disabled\"") ? Keys.OTHER : Keys.MERCHANT;
        return client.post(Client.CAPTURE, body, List.of(Keys.sign(its.getPrivate(), body)));
    }

    static Stream<Arguments> signatures() {
        byte[] neighbours = Draft.request("refused")
                .with("appId", Draft.text(LiveGateway.NEIGHBOUR_APP))
                .with("merchantNo", Draft.text(LiveGateway.NEIGHBOUR_NO))
                .bytes();
        return Stream.of(
                Arguments.of("absent", BODY, List.of()),
                Arguments.of("empty", BODY, List.of("")),
                Arguments.of("twice", BODY, List.of(SIGN, SIGN)),
                Arguments.of("not base64", BODY, List.of("*".repeat(344))),
                Arguments.of("not canonical: other unused bits", BODY, List.of(otherSpelling(SIGN))),
                Arguments.of("not canonical: without padding", BODY, List.of(SIGN.replace("=", ""))),
                Arguments.of("not canonical: a blank inside", BODY, List.of(SIGN.replaceFirst("^(.{76})", "$1 "))),
                Arguments.of("hexadecimal", BODY, List.of("ab".repeat(256))),
                Arguments.of("too short", BODY, List.of(Base64.getEncoder().encodeToString(new byte[255]))),
                Arguments.of("too long", BODY, List.of(Base64.getEncoder().encodeToString(new byte[257]))),
                Arguments.of("all zeros", BODY, List.of(Base64.getEncoder().encodeToString(new byte[256]))),
                Arguments.of("of another key", BODY, List.of(Keys.sign(Keys.NEIGHBOUR.getPrivate(), BODY))),
                Arguments.of("of the gateway's key", BODY, List.of(Keys.sign(Keys.GATEWAY.getPrivate(), BODY))),
                Arguments.of("over other bytes", Draft.request("refused2").bytes(), List.of(SIGN)),
                Arguments.of("over one blank more", (new String(BODY) + " ").getBytes(), List.of(SIGN)),
                Arguments.of(
                        "for another merchant's appId",
                        neighbours,
                        List.of(Keys.sign(Keys.MERCHANT.getPrivate(), neighbours))));
    }

    /** The last character before the padding has four bits that no byte needs. */
    private static String otherSpelling(String sign) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        int last = sign.length() - 3;
        char next = alphabet.charAt(alphabet.indexOf(sign.charAt(last)) + 1);
        return sign.substring(0, last) + next + "==";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void whose_signature_is_wrong_is_refused_without_one(String what, byte[] body, List<String> signs) {
        var before = gateway.snapshot();

        Answer answer = client.post(Client.CAPTURE, body, signs);

        assertEquals("SIGN_VERIFY_FAILED", answer.code(), answer.body()::asUtf8);
        assertTrue(answer.msg().startsWith("sign: "), answer.msg());
        assertFalse(answer.sign().isPresent(), "a stranger made us sign");
        assertEquals(200, answer.status());
        assertEquals(before, gateway.snapshot());
    }

    @Test
    void whose_app_is_unknown_is_refused_without_a_signature() {
        var before = gateway.snapshot();

        Answer answer = ask(Draft.request("refused").with("appId", "\"nobody\""));

        assertEquals("MERCHANT_APP_INVALID", answer.code());
        assertFalse(answer.sign().isPresent());
        assertEquals(before, gateway.snapshot());
    }

    @ParameterizedTest
    @ValueSource(longs = {-61_000, 86_400_000})
    void whose_key_does_not_count_now_is_refused_by_the_name_of_that(long milliseconds) {
        gateway.clock.move(Duration.ofMillis(milliseconds));
        Answer answer = ask(Draft.request("refused")
                .with("requestTime", Draft.text(gateway.clock.instant().toString())));
        gateway.clock.set(LiveGateway.NOW);

        assertEquals("SIGN_VERIFY_FAILED", answer.code());
        assertEquals(
                "sign: signed with the key "
                        + KeyRing.shown("key of " + LiveGateway.APP) + ", which "
                        + (milliseconds < 0
                                ? "does not count before " + LiveGateway.NOW.minusSeconds(60)
                                : "ended at " + LiveGateway.NOW.plus(Duration.ofDays(1)))
                        + " (expected: by a key of this appId that counts)",
                answer.msg());
        assertFalse(answer.sign().isPresent());
    }

    @Test
    void none_of_whose_keys_counts_is_refused_as_unknown() {
        gateway.clock.move(Duration.ofDays(1));
        byte[] body = Draft.request("refused").bytes();
        Answer answer = client.post(Client.CAPTURE, body, List.of(Keys.sign(Keys.NEIGHBOUR.getPrivate(), body)));
        gateway.clock.set(LiveGateway.NOW);

        assertEquals("MERCHANT_APP_INVALID", answer.code());
        assertFalse(answer.sign().isPresent());
    }

    @ParameterizedTest
    @ValueSource(longs = {-60_000, 86_399_999})
    void whose_key_just_counts_is_heard(long milliseconds) {
        gateway.clock.move(Duration.ofMillis(milliseconds));
        Answer answer = ask(Draft.request("counts")
                .with("requestTime", Draft.text(gateway.clock.instant().toString())));
        gateway.clock.set(LiveGateway.NOW);

        assertEquals("APPLY_SUCCESS", answer.code());
    }

    @Test
    void that_is_disabled_is_refused_with_a_signature() {
        var before = gateway.snapshot();

        Answer answer =
                ask(Draft.request("refused").with("appId", "\"disabled\"").with("merchantNo", "\"D1\""));

        assertEquals("MERCHANT_INVALID", answer.code());
        assertTrue(answer.signedByGateway());
        assertEquals(before, gateway.snapshot());
    }

    @Test
    void under_anothers_number_is_refused_with_a_signature() {
        Answer answer = ask(Draft.request("refused").with("merchantNo", Draft.text(LiveGateway.NEIGHBOUR_NO)));

        assertEquals("MERCHANT_INVALID", answer.code());
        assertTrue(answer.signedByGateway());
    }

    @Test
    void need_not_say_its_number() {
        assertEquals(
                "APPLY_SUCCESS",
                ask(Draft.request("numberless").without("merchantNo")).code());
    }

    @Nested
    class At_a_time {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-03-01T11:57:59.000Z",
                    "2026-03-01T12:02:01.000Z",
                    "2026-03-01T11:57:59.999Z",
                    "2026-03-01T12:02:00.000000001Z",
                    "2026-03-01T12:00:00.000+08:00",
                    "1970-01-01T00:00:00Z",
                    "9999-12-31T23:59:59Z"
                })
        void more_than_120_seconds_off_is_refused(String time) {
            var before = gateway.snapshot();

            Answer answer = ask(Draft.request("refused").with("requestTime", Draft.text(time)));

            assertEquals("REQ_TIME_OVER_TIME", answer.code());
            assertTrue(answer.msg().startsWith("requestTime: '" + time), answer.msg());
            assertTrue(answer.signedByGateway());
            assertEquals(before, gateway.snapshot());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-03-01T11:58:00.000Z",
                    "2026-03-01T12:02:00.000Z",
                    "2026-03-01T12:00:00Z",
                    "2026-03-01T12:00:00.5Z",
                    "2026-03-01T12:00:00.87Z",
                    "2026-03-01T12:00:00.123456789Z",
                    "2026-03-01T12:01:59.999999999Z",
                    "2026-03-01T20:00:00.000+08:00",
                    "2026-03-01T20:00:00.000+0800",
                    "2026-03-01T20:00:00+08:00",
                    "2026-03-01T12:00:00.000+00:00",
                    "2026-03-01T12:00:00.000-0000",
                    "2026-02-28T18:00:00-18:00"
                })
        void within_120_seconds_is_heard_in_every_form(String time) {
            Answer answer = ask(Draft.request("time-" + time).with("requestTime", Draft.text(time)));

            assertEquals("APPLY_SUCCESS", answer.code(), answer.body()::asUtf8);
        }
    }

    @Nested
    class With_many_faults {
        /** A fault, and what puts it right. */
        private record Step(String code, String field, String json) {}

        @Test
        void hears_of_them_in_the_order_of_the_checks() {
            List<Step> steps = List.of(
                    new Step("PARAMS_INVALID", "appId", "\"nobody\""),
                    new Step("MERCHANT_APP_INVALID", "appId", "\"disabled\""),
                    new Step("MERCHANT_INVALID", "appId", Draft.text(LiveGateway.APP)),
                    new Step("MERCHANT_INVALID", "merchantNo", Draft.text(LiveGateway.NO)),
                    new Step("PARAMS_INVALID", "version", "\"1.5\""),
                    new Step("REQ_TIME_OVER_TIME", "requestTime", "\"2026-03-01T12:00:00Z\""),
                    new Step("PARAMS_INVALID", "data.finalCapture", "true"),
                    new Step("CURRENCY_INVALID", "data.currency", "\"USD\""),
                    new Step("AMOUNT_INVALID", "data.amount", "1"));
            Draft draft = Draft.request("many")
                    .with("appId", "null")
                    .with("merchantNo", "\"X\"")
                    .with("version", "1")
                    .with("requestTime", "\"2026-03-01T11:00:00Z\"")
                    .with("data.currency", "\"XYZ\"")
                    .with("data.amount", "0")
                    .with("data.finalCapture", "7");
            List<String> heard = new ArrayList<>();
            for (Step step : steps) {
                heard.add(ask(draft).code());
                draft = draft.with(step.field(), step.json());
            }

            assertEquals(steps.stream().map(Step::code).toList(), heard);
            assertEquals("APPLY_SUCCESS", ask(draft).code());
        }

        @Test
        void hears_of_a_wrong_signature_before_that_it_is_disabled() {
            byte[] body = Draft.request("refused").with("appId", "\"disabled\"").bytes();

            assertEquals(
                    "SIGN_VERIFY_FAILED",
                    client.post(Client.CAPTURE, body, List.of(SIGN)).code());
        }
    }
}
