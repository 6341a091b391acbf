package io.quittance.http.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Heard;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Page;
import io.quittance.http.live.Upstream;
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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A capture notification over HTTP")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptureCallbackOverHttpTest {
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
    class Of_the_page {
        private final byte[] notification =
                Page.example("capture-notification/notification.json").getBytes(StandardCharsets.UTF_8);

        @Test
        void for_a_capture_that_nobody_knows_is_a_discrepancy_and_acknowledged() {
            byte[] unknown = Page.example("capture-notification/notification.json")
                    .replace("xxxxx\"", "unknown\"")
                    .getBytes(StandardCharsets.UTF_8);

            Upstream.assertAcknowledged(upstream.tell(Upstream.PATH, unknown));

            assertTrue(upstream.gateway.capture("unknown").isEmpty());
            List<String> why = upstream.gateway.discrepancies().stream()
                    .map(Discrepancies.Kept::discrepancy)
                    .filter(kept -> kept.message().raw().equals(Bytes.of(unknown)))
                    .map(Discrepancies.Discrepancy::why)
                    .toList();
            assertEquals(List.of("an unknown capture, and the report leaves out what makes one"), why);
        }

        @Test
        void settles_a_known_capture_although_it_leaves_out_required_fields() {
            Capture capture = upstream.requested(
                    Draft.request("xxxxx")
                            .with("data.outTradeNo", "\"xxxxxxxx\"")
                            .with("data.amount", "10"),
                    "xxxxx");

            Upstream.assertAcknowledged(upstream.tell(Upstream.PATH, notification));

            Capture settled = upstream.gateway.capture("xxxxx").orElseThrow();
            assertEquals(new Capture.State.Succeeded(Instant.parse("2023-08-06T23:50:59Z")), settled.state());
            assertEquals(Optional.of(new UpstreamNo("20230806235954ED7856775040587834005")), settled.upstreamNo());
            assertEquals(capture.id(), settled.id());
            assertEquals(1, upstream.owed(settled).size());
        }

        @Test
        void is_acknowledged_with_the_words_of_the_page() {
            assertEquals(
                    Upstream.ACKNOWLEDGED,
                    Page.example("capture-notification/acknowledgement.json")
                            .replace("\n", "")
                            .replace(": ", ":"));
        }
    }

    @Nested
    class Of_a_result {
        @Test
        void is_kept_as_it_came_and_the_merchant_is_owed_the_news_to_the_letter() {
            Capture capture = upstream.requested("news");
            byte[] body = Draft.notification("news").bytes();

            Upstream.assertAcknowledged(upstream.tell(Upstream.PATH, body));

            List<Journal.Row> story = upstream.gateway.story(capture);
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
                            + "\"succeededTime\":\"2026-03-01T12:00:00 +0000\",\"failedTime\":null,"
                            + "\"errorCode\":null,\"errorMsg\":null}}",
                    upstream.owed(capture).getFirst().body().asUtf8());
        }

        @Test
        void twice_is_acknowledged_twice_and_announced_once() {
            Capture capture = upstream.requested("twice");

            upstream.told(Draft.notification("twice"));
            upstream.told(Draft.notification("twice").with("notifyTime", "\"2026-03-01T12:00:30.000Z\""));

            assertEquals(1, upstream.owed(capture).size());
            assertEquals(1, upstream.gateway.story(capture).get(1).repeats());
        }

        @Test
        void under_another_number_of_upstreams_is_a_discrepancy_and_acknowledged_and_moves_nothing() {
            upstream.requested("numbers");
            upstream.told(Draft.notification("numbers")
                    .with("data.status", "\"PENDING\"")
                    .with("data.succeededTime", "null"));
            int before = upstream.gateway.discrepancies().size();

            upstream.told(Draft.notification("numbers").with("data.captureNo", "\"UP-another\""));

            assertEquals(new Capture.State.Pending(), upstream.state("numbers"));
            assertEquals(before + 1, upstream.gateway.discrepancies().size());
            assertEquals(
                    "another number upstream",
                    upstream.gateway.discrepancies().getLast().discrepancy().why());
        }

        @Test
        void that_contradicts_is_a_discrepancy_and_acknowledged() {
            Capture capture = upstream.requested("contradiction");
            upstream.told(Draft.notification("contradiction"));
            int before = upstream.gateway.discrepancies().size();

            upstream.told(Draft.notification("contradiction").with("data.status", "\"FAILED\""));

            assertTrue(upstream.state("contradiction") instanceof Capture.State.Succeeded);
            assertEquals(before + 1, upstream.gateway.discrepancies().size());
            assertEquals(1, upstream.owed(capture).size());
        }

        @Test
        void that_contradicts_is_warned_of_in_the_log() {
            upstream.requested("warned");
            upstream.told(Draft.notification("warned"));
            try (Heard heard = new Heard()) {
                upstream.told(Draft.notification("warned").with("data.status", "\"FAILED\""));

                assertTrue(heard.text().contains("contradicts what we hold: kept as a discrepancy"), heard.text());
            }
        }

        @Test
        void of_a_capture_made_elsewhere_makes_it_and_is_announced_under_a_number_of_ours() {
            upstream.told(Draft.notification("elsewhere").with("data.isFinal", "false"));

            Capture made = upstream.gateway.capture("elsewhere").orElseThrow();
            assertEquals(Optional.of(new UpstreamNo("UP-elsewhere")), made.upstreamNo());
            assertNotEquals("UP-elsewhere", made.id().value());
            assertEquals(Money.of("100", "USD"), made.amount());
            assertEquals(false, made.last());
            assertEquals(1, upstream.owed(made).size());
        }

        @Test
        void of_a_disabled_merchant_is_taken_in_and_announced() {
            Capture capture = upstream.requested("disabled");
            Given.enable(upstream.gateway.store, new AppId(LiveGateway.APP), false);

            upstream.told(Draft.notification("disabled"));
            Given.enable(upstream.gateway.store, new AppId(LiveGateway.APP), true);

            assertEquals(1, upstream.owed(capture).size());
        }

        @Test
        void that_is_none_yet_changes_nothing() {
            Capture capture = upstream.requested("pending");

            upstream.told(Draft.notification("pending")
                    .with("data.status", "\"PENDING\"")
                    .with("data.succeededTime", "null"));

            assertEquals(new Capture.State.Pending(), upstream.state("pending"));
            assertEquals(List.of(), upstream.owed(capture));
        }
    }

    @Nested
    class At_the_address_of_a_merchant {
        @Test
        void is_taken_without_any_word_of_whose_it_is() {
            upstream.requested("address-1");

            Upstream.assertAcknowledged(upstream.tell(
                    Upstream.PATH + "/" + LiveGateway.APP,
                    Draft.notification("address-1")
                            .without("appId")
                            .without("merchantNo")
                            .bytes()));

            assertTrue(upstream.state("address-1") instanceof Capture.State.Succeeded);
        }

        @Test
        void is_taken_with_the_names_that_the_merchant_has_upstream() {
            upstream.requested("address-2");

            Upstream.assertAcknowledged(upstream.tell(
                    Upstream.PATH + "/" + LiveGateway.APP,
                    Draft.notification("address-2").bytes()));
        }
    }

    @Nested
    class When_one_account_upstream_serves_several_merchants {
        @Test
        void is_for_the_one_that_asked() {
            upstream.gateway.register("branch", "B1", Keys.OTHER, LiveGateway.UPSTREAM_APP, "UP-BRANCH");
            upstream.requested("branch-1");

            upstream.told(Draft.notification("branch-1").without("merchantNo"));

            assertTrue(upstream.state("branch-1") instanceof Capture.State.Succeeded);
        }
    }

    @Nested
    class When_our_database_is_away {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void is_not_acknowledged_and_taken_when_it_comes_again(boolean merchantsToo) {
            String request = "away-" + merchantsToo;
            upstream.requested(request);
            var before = upstream.gateway.snapshot();
            var away = Optional.<RuntimeException>of(new IllegalStateException("the database is away"));
            upstream.gateway.failing(away);
            upstream.gateway.failingMerchants(merchantsToo ? away : Optional.empty());
            Answer answer =
                    upstream.tell(Upstream.PATH, Draft.notification(request).bytes());
            upstream.gateway.failing(Optional.empty());
            upstream.gateway.failingMerchants(Optional.empty());

            assertEquals(503, answer.status());
            assertEquals("SYSTEM_ERROR", answer.code());
            assertEquals(before, upstream.gateway.snapshot());
            upstream.told(Draft.notification(request));
            assertTrue(upstream.state(request) instanceof Capture.State.Succeeded);
        }
    }
}
