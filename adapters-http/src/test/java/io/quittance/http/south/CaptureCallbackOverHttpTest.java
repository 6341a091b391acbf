package io.quittance.http.south;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.notification.Delivery;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.UpstreamCaptureNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A capture notification over HTTP")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptureCallbackOverHttpTest {
    private static final String PATH = "/captureResultNotifyUrl";
    private static final String ACKNOWLEDGED = "{\"code\":\"SUCCESS\",\"msg\":\"Success\"}";

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

    private Capture requested(String request) {
        return requested(Draft.request(request), request);
    }

    private Capture requested(Draft draft, String request) {
        byte[] body = draft.bytes();
        Answer answer = client.post(Client.CAPTURE, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
        assertEquals("APPLY_SUCCESS", answer.code(), answer.body()::asUtf8);
        return gateway.capture(request).orElseThrow();
    }

    private Answer tell(String path, byte[] body) {
        return client.post(path, body, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), body)));
    }

    private void told(Draft notification) {
        assertAcknowledged(tell(PATH, notification.bytes()));
    }

    private static void assertAcknowledged(Answer answer) {
        assertEquals(ACKNOWLEDGED, answer.body().asUtf8());
        assertEquals(200, answer.status());
        assertEquals(Optional.of("application/json;charset=utf-8"), answer.contentType());
    }

    private Capture.State state(String request) {
        return gateway.capture(request).orElseThrow().state();
    }

    private List<Delivery> owed(Capture capture) {
        return gateway.owed(capture);
    }

    @Nested
    class Of_the_page {
        private final byte[] notification =
                Page.example("capture-notification/notification.json").getBytes(StandardCharsets.UTF_8);

        @Test
        void for_a_capture_that_nobody_knows_is_a_discrepancy_and_acknowledged() {
            byte[] unknown = Page.example("capture-notification/notification.json")
                    .replace("xxxxx\"", "unknown\"")
                    .getBytes(StandardCharsets.UTF_8);

            assertAcknowledged(tell(PATH, unknown));

            assertTrue(gateway.capture("unknown").isEmpty());
            List<String> why = gateway.discrepancies().stream()
                    .map(Discrepancies.Open::discrepancy)
                    .filter(kept -> kept.message().raw().equals(Bytes.of(unknown)))
                    .map(Discrepancies.Discrepancy::why)
                    .toList();
            assertEquals(List.of("an unknown capture, and the report leaves out what makes one"), why);
        }

        @Test
        void settles_a_known_capture_although_it_leaves_out_required_fields() {
            Capture capture = requested(
                    Draft.request("xxxxx")
                            .with("data.outTradeNo", "\"xxxxxxxx\"")
                            .with("data.amount", "10"),
                    "xxxxx");

            assertAcknowledged(tell(PATH, notification));

            Capture settled = gateway.capture("xxxxx").orElseThrow();
            assertEquals(new Capture.State.Succeeded(Instant.parse("2023-08-06T23:50:59Z")), settled.state());
            assertEquals(
                    Optional.of(new UpstreamCaptureNo("20230806235954ED7856775040587834005")), settled.upstreamNo());
            assertEquals(capture.id(), settled.id());
            assertEquals(1, owed(settled).size());
        }

        @Test
        void is_acknowledged_with_the_words_of_the_page() {
            assertEquals(
                    ACKNOWLEDGED,
                    Page.example("capture-notification/acknowledgement.json")
                            .replace("\n", "")
                            .replace(": ", ":"));
        }
    }

    @Nested
    class Of_a_result {
        @Test
        void is_kept_as_it_came_and_the_merchant_is_owed_the_news_to_the_letter() {
            Capture capture = requested("news");
            byte[] body = Draft.notification("news").bytes();

            assertAcknowledged(tell(PATH, body));

            List<Journal.Row> story = gateway.story(capture);
            assertEquals(
                    List.of(
                            JournalEntry.Kind.REQUESTED,
                            JournalEntry.Kind.RECEIVED,
                            JournalEntry.Kind.MOVED,
                            JournalEntry.Kind.OWED),
                    story.stream().map(row -> row.entry().kind()).toList());
            assertEquals(Optional.of(Bytes.of(body)), story.get(1).entry().body());
            assertEquals(
                    "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\",\"keyVersion\":\"1\",\"appId\":\""
                            + LiveGateway.APP + "\",\"merchantNo\":\"" + LiveGateway.NO
                            + "\",\"notifyTime\":\"2026-03-01T12:00:00.000Z\",\"notifyType\":\"CAPTURE\",\"data\":{"
                            + "\"captureNo\":\"" + capture.id() + "\",\"requestId\":\"news\","
                            + "\"outTradeNo\":\"ORDER-1\",\"amount\":\"100.00\",\"currency\":\"USD\","
                            + "\"status\":\"SUCCESS\",\"isFinal\":\"true\","
                            + "\"createdTime\":\"2026-03-01T12:00:00 +0000\","
                            + "\"succeededTime\":\"2026-03-01T11:59:30 +0000\",\"failedTime\":null,"
                            + "\"errorCode\":null,\"errorMsg\":null}}",
                    owed(capture).getFirst().body().asUtf8());
        }

        @Test
        void twice_is_acknowledged_twice_and_announced_once() {
            Capture capture = requested("twice");

            told(Draft.notification("twice"));
            told(Draft.notification("twice").with("notifyTime", "\"2026-03-01T12:00:30.000Z\""));

            assertEquals(1, owed(capture).size());
            assertEquals(1, gateway.story(capture).get(1).repeats());
        }

        @Test
        void that_contradicts_is_a_discrepancy_and_acknowledged() {
            Capture capture = requested("contradiction");
            told(Draft.notification("contradiction"));
            int before = gateway.discrepancies().size();

            told(Draft.notification("contradiction").with("data.status", "\"FAILED\""));

            assertTrue(state("contradiction") instanceof Capture.State.Succeeded);
            assertEquals(before + 1, gateway.discrepancies().size());
            assertEquals(1, owed(capture).size());
        }

        @Test
        void of_a_capture_made_elsewhere_makes_it_and_is_announced_under_upstreams_number() {
            told(Draft.notification("elsewhere").with("data.isFinal", "false"));

            Capture made = gateway.capture("elsewhere").orElseThrow();
            assertEquals(new CaptureId("UP-elsewhere"), made.id());
            assertEquals(Money.of("100", "USD"), made.amount());
            assertEquals(false, made.last());
            assertEquals(1, owed(made).size());
        }

        @Test
        void of_a_disabled_merchant_is_taken_in_and_announced() {
            Capture capture = requested("disabled");
            gateway.store.merchants().enable(new AppId(LiveGateway.APP), false);

            told(Draft.notification("disabled"));
            gateway.store.merchants().enable(new AppId(LiveGateway.APP), true);

            assertEquals(1, owed(capture).size());
        }

        @Test
        void that_is_none_yet_changes_nothing() {
            Capture capture = requested("pending");

            told(Draft.notification("pending")
                    .with("data.status", "\"PENDING\"")
                    .with("data.succeededTime", "null"));

            assertEquals(new Capture.State.Pending(), state("pending"));
            assertEquals(List.of(), owed(capture));
        }
    }

    @Nested
    class Of_a_failure {
        private Failure why(Draft notification, String request) {
            requested(request);
            told(notification);
            return ((Capture.State.Failed) state(request)).why();
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
            Capture capture = requested("why-4");
            String code = "A_CODE_OF_MORE_THAN_32_CHARACTERS_X";

            told(Draft.notification("why-4")
                    .with("data.status", "\"FAILED\"")
                    .with("data.failedTime", "\"2026-03-01T11:59:40 +0000\"")
                    .with("data.errorCode", Draft.text(code)));

            String news = owed(capture).getFirst().body().asUtf8();
            assertTrue(news.startsWith("{\"code\":\"" + code.substring(0, 32) + "\",\"msg\":\"" + code + "\","), news);
            assertTrue(
                    news.endsWith("\"status\":\"FAILED\",\"isFinal\":\"true\","
                            + "\"createdTime\":\"2026-03-01T12:00:00 +0000\",\"succeededTime\":null,"
                            + "\"failedTime\":\"2026-03-01T11:59:40 +0000\",\"errorCode\":\"" + code
                            + "\",\"errorMsg\":\"" + code + "\"}}"),
                    news);
        }
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
            Capture capture = requested(request);
            Draft draft = Draft.notification(request);
            String value = json == null || json.isEmpty() ? "\"\"" : json;

            told(value.equals("absent") ? draft.without(field) : draft.with(field, value));

            assertEquals(new Capture.State.Succeeded(Instant.parse("2026-03-01T11:59:30Z")), state(request));
            assertEquals(1, owed(capture).size());
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
            requested(request);

            told(Draft.notification(request).with("data.succeededTime", Draft.text(written)));

            assertEquals(new Capture.State.Succeeded(meant), state(request));
        }

        @Test
        void may_write_a_time_as_a_number() {
            requested("time-number");

            told(Draft.notification("time-number").with("data.succeededTime", "1639483946000"));

            assertEquals(new Capture.State.Succeeded(Instant.ofEpochMilli(1_639_483_946_000L)), state("time-number"));
        }

        @Test
        void that_does_not_say_when_it_ended_means_when_it_was_sent_or_came() {
            requested("when-1");
            requested("when-2");

            told(Draft.notification("when-1").with("data.succeededTime", "null"));
            told(Draft.notification("when-2").with("data.succeededTime", "\"\"").without("notifyTime"));

            assertEquals(new Capture.State.Succeeded(Instant.parse("2026-03-01T11:59:58Z")), state("when-1"));
            assertEquals(new Capture.State.Succeeded(LiveGateway.NOW), state("when-2"));
        }
    }

    @Nested
    class At_the_address_of_a_merchant {
        @Test
        void is_taken_without_any_word_of_whose_it_is() {
            requested("address-1");

            assertAcknowledged(tell(
                    PATH + "/" + LiveGateway.APP,
                    Draft.notification("address-1")
                            .without("appId")
                            .without("merchantNo")
                            .bytes()));

            assertTrue(state("address-1") instanceof Capture.State.Succeeded);
        }

        @Test
        void is_taken_with_the_names_that_the_merchant_has_upstream() {
            requested("address-2");

            assertAcknowledged(tell(
                    PATH + "/" + LiveGateway.APP,
                    Draft.notification("address-2").bytes()));
        }
    }

    @Nested
    class When_one_account_upstream_serves_several_merchants {
        @Test
        void is_for_the_one_that_asked() {
            gateway.register("branch", "B1", Keys.MERCHANT, LiveGateway.UPSTREAM_APP, "UP-BRANCH");
            requested("branch-1");

            told(Draft.notification("branch-1").without("merchantNo"));

            assertTrue(state("branch-1") instanceof Capture.State.Succeeded);
        }
    }

    @Nested
    class When_our_database_is_away {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void is_not_acknowledged_and_taken_when_it_comes_again(boolean merchantsToo) {
            String request = "away-" + merchantsToo;
            requested(request);
            var before = gateway.snapshot();
            var away = Optional.<RuntimeException>of(new IllegalStateException("the database is away"));
            gateway.failing(away);
            gateway.failingMerchants(merchantsToo ? away : Optional.empty());
            Answer answer = tell(PATH, Draft.notification(request).bytes());
            gateway.failing(Optional.empty());
            gateway.failingMerchants(Optional.empty());

            assertEquals(503, answer.status());
            assertEquals("SYSTEM_ERROR", answer.code());
            assertEquals(before, gateway.snapshot());
            told(Draft.notification(request));
            assertTrue(state(request) instanceof Capture.State.Succeeded);
        }
    }
}
