package io.quittance.http.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.http.live.Draft;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Upstream;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a capture notification may look like")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptureNotificationFormsTest {
    private Upstream upstream;

    @BeforeAll
    void start() {
        upstream = new Upstream();
    }

    @AfterAll
    void stop() {
        upstream.close();
    }

    @Nested
    class Of_either_version {
        @ParameterizedTest(name = "{0} {1}")
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "code, absent",
                    "msg, absent",
                    "code, null",
                    "msg, ``",
                    "keyVersion, absent",
                    "keyVersion, 1",
                    "appId, absent",
                    "appId, null",
                    "appId, \"\"",
                    "merchantNo, absent",
                    "merchantNo, null",
                    "notifyTime, absent",
                    "notifyTime, \"\"",
                    "notifyType, absent",
                    "notifyType, null",
                    "unknown, [{}]",
                    "data.unknown, {\"a\":[1]}",
                    "data.captureNo, absent",
                    "data.captureNo, \"\"",
                    "data.outTradeNo, absent",
                    "data.outTradeNo, null",
                    "data.amount, absent",
                    "data.amount, null",
                    "data.amount, \"\"",
                    "data.amount, 100",
                    "data.amount, 100.00",
                    "data.amount, \"100\"",
                    "data.amount, \"100.0000\"",
                    "data.currency, absent",
                    "data.currency, \"\"",
                    "data.status, \"success\"",
                    "data.status, \" Success \"",
                    "data.isFinal, true",
                    "data.isFinal, \"True\"",
                    "data.isFinal, \"TRUE\"",
                    "data.isFinal, absent",
                    "data.isFinal, \"\"",
                    "data.createdTime, absent",
                    "data.createdTime, \"\"",
                    "data.succeededTime, \"2026-03-01T11:59:30.000Z\"",
                    "data.failedTime, \"\"",
                    "data.failedTime, absent",
                    "data.errorCode, \"\"",
                    "data.errorCode, absent",
                    "data.errorMsg, absent",
                })
        void is_understood(String field, String json) {
            String request = "version-" + Integer.toHexString((field + json).hashCode());
            Capture capture = upstream.requested(request);
            Draft draft = Draft.notification(request);
            String value = json == null || json.isEmpty() ? "\"\"" : json;

            upstream.told(value.equals("absent") ? draft.without(field) : draft.with(field, value));

            assertEquals(new Capture.State.Succeeded(Instant.parse("2026-03-01T11:59:30Z")), upstream.state(request));
            assertEquals(1, upstream.owed(capture).size());
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-01T11:59:30.250+00:00, 2026-03-01T11:59:30.250Z",
            "2026-03-01T19:59:30.250+08:00, 2026-03-01T11:59:30.250Z",
            "2026-03-01T19:59:30+0800, 2026-03-01T11:59:30Z",
            "2026-03-01T11:59:30.2509999Z, 2026-03-01T11:59:30.250Z",
            "2026-03-01T11:59:30Z, 2026-03-01T11:59:30Z",
            "2026-03-01T11:59:30 +0000, 2026-03-01T11:59:30Z",
            "2026-03-01T19:59:30 +0800, 2026-03-01T11:59:30Z",
            "2026-03-01 11:59:30, 2026-03-01T11:59:30Z",
        })
        void may_write_a_time_in_every_form(String written, Instant meant) {
            String request = "time-" + written.replace(' ', '_');
            upstream.requested(request);

            upstream.told(Draft.notification(request).with("data.succeededTime", Draft.text(written)));

            assertEquals(new Capture.State.Succeeded(meant), upstream.state(request));
        }

        @Test
        void may_write_a_time_as_a_number() {
            upstream.requested("time-number");

            upstream.told(Draft.notification("time-number").with("data.succeededTime", "1639483946000"));

            assertEquals(
                    new Capture.State.Succeeded(Instant.ofEpochMilli(1_639_483_946_000L)),
                    upstream.state("time-number"));
        }

        @Test
        void that_does_not_say_when_it_ended_means_when_it_was_sent_or_came() {
            upstream.requested("when-1");
            upstream.requested("when-2");

            upstream.told(Draft.notification("when-1").with("data.succeededTime", "null"));
            upstream.told(Draft.notification("when-2")
                    .with("data.succeededTime", "\"\"")
                    .without("notifyTime"));

            assertEquals(new Capture.State.Succeeded(Instant.parse("2026-03-01T11:59:58Z")), upstream.state("when-1"));
            assertEquals(new Capture.State.Succeeded(LiveGateway.NOW), upstream.state("when-2"));
        }
    }

    @Nested
    class Of_a_failure {
        private Failure why(Draft notification, String request) {
            upstream.requested(request);
            upstream.told(notification);
            return ((Capture.State.Failed) upstream.state(request)).why();
        }

        @Test
        void gives_the_reason_in_its_data() {
            assertEquals(
                    new Failure("RISK_FAILED", "Risk block."),
                    why(
                            Draft.notification("why-1")
                                    .with("data.status", "\"FAILED\"")
                                    .with("data.errorCode", "\"RISK_FAILED\"")
                                    .with("data.errorMsg", "\"Risk block.\""),
                            "why-1"));
        }

        @Test
        void or_only_in_its_envelope() {
            assertEquals(
                    new Failure("PAYMENT_FAILED", "The provider could not."),
                    why(
                            Draft.notification("why-2")
                                    .with("code", "\"PAYMENT_FAILED\"")
                                    .with("msg", "\"The provider could not.\"")
                                    .with("data.status", "\"FAILED\""),
                            "why-2"));
        }

        @Test
        void or_nowhere() {
            assertEquals(
                    new Failure("PAYMENT_FAILED", ""),
                    why(Draft.notification("why-3").with("data.status", "\"FAILED\""), "why-3"));
        }

        @Test
        void is_told_to_the_merchant_in_the_envelope_and_in_the_data() {
            Capture capture = upstream.requested("why-4");
            String code = "A_CODE_OF_MORE_THAN_32_CHARACTERS_X";

            upstream.told(Draft.notification("why-4")
                    .with("data.status", "\"FAILED\"")
                    .with("data.failedTime", "\"2026-03-01T12:00:40 +0000\"")
                    .with("data.errorCode", Draft.text(code)));

            String news = upstream.owed(capture).getFirst().body().asUtf8();
            assertTrue(news.startsWith("{\"code\":\"" + code.substring(0, 32) + "\",\"msg\":\"" + code + "\","), news);
            assertTrue(
                    news.endsWith("\"status\":\"FAILED\",\"isFinal\":\"true\","
                            + "\"createdTime\":\"2026-03-01T12:00:00 +0000\",\"succeededTime\":null,"
                            + "\"failedTime\":\"2026-03-01T12:00:40 +0000\",\"errorCode\":\"" + code
                            + "\",\"errorMsg\":\"" + code + "\"}}"),
                    news);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "notifyTime, \"yesterday\"",
                "data.captureNo, 1",
                "data.captureNo, \" x\"",
                "data.outTradeNo, {}",
                "data.isFinal, 1",
                "data.isFinal, \"maybe\"",
                "data.createdTime, \"2026\"",
                "data.createdTime, \"1969-12-31T23:59:59Z\"",
                "data.succeededTime, \"2026-02-30T00:00:00Z\"",
                "data.succeededTime, 1e3",
                "data.succeededTime, 999999999999999",
                "data.failedTime, {}",
                "data.errorCode, []",
                "data.errorMsg, true",
            })
    void may_have_a_side_field_that_makes_no_sense_and_the_capture_ends_all_the_same(String field, String json) {
        String request = "odd-" + field + "-" + Integer.toHexString(json.hashCode());
        Capture capture = upstream.requested(request);

        upstream.told(Draft.notification(request).with(field, json));

        assertTrue(upstream.state(request) instanceof Operation.State.Succeeded);
        assertEquals(1, upstream.owed(capture).size());
        String heard = upstream.gateway.story(capture).get(1).entry().note();
        boolean number = field.equals("data.captureNo") && json.equals("1");
        assertEquals(!number, heard.contains(field + " (expected: "), heard);
    }
}
