package io.quittance.http.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonReader;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A capture request over HTTP")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptureOverHttpTest {
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
        return ask(draft.bytes());
    }

    private Answer ask(byte[] body) {
        return client.post(Client.CAPTURE, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
    }

    @Nested
    class Of_the_page {
        private final String request = Page.example("capture/request.json")
                .replace("2024-11-06T11:56:13.000+08:00", "2026-03-01T20:00:00.000+08:00");

        @Test
        void is_taken_word_for_word() {
            Answer answer = ask(request.getBytes(StandardCharsets.UTF_8));

            assertEquals("APPLY_SUCCESS", answer.code(), answer.body()::asUtf8);
            Capture kept = gateway.capture("xxxxx").orElseThrow();
            assertEquals(Money.of("100", "USD"), kept.amount());
            assertEquals(new OutTradeNo("xxxxxxxx"), kept.order());
            assertTrue(kept.last());
        }

        @Test
        void is_answered_with_the_fields_of_the_page_in_their_order() throws Exception {
            Json.Obj example = (Json.Obj)
                    JsonReader.read(Page.example("capture/response.json").getBytes(StandardCharsets.UTF_8));
            Json.Obj exampleData = (Json.Obj) example.field("data").orElseThrow();

            Answer answer = ask(request.getBytes(StandardCharsets.UTF_8));

            assertEquals(example.fields().keySet(), answer.json().fields().keySet());
            assertEquals(
                    List.copyOf(exampleData.fields().keySet()),
                    List.copyOf(answer.data().fields().keySet()));
            assertEquals(example.field("msg"), answer.json().field("msg"));
        }
    }

    @Nested
    class Taken {
        @Test
        void is_answered_with_everything_that_the_page_requires() {
            Answer answer = ask(Draft.request("taken-1").with("data.amount", "100.5"));

            String number = gateway.capture("taken-1").orElseThrow().id().value();
            assertEquals(
                    "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\",\"data\":{\"captureNo\":\"" + number + "\","
                            + "\"requestId\":\"taken-1\",\"outTradeNo\":\"ORDER-1\",\"amount\":\"100.50\","
                            + "\"currency\":\"USD\",\"status\":\"PENDING\",\"isFinal\":\"true\","
                            + "\"createdTime\":\"2026-03-01T12:00:00 +0000\",\"succeededTime\":null,"
                            + "\"failedTime\":null,\"errorCode\":null,\"errorMsg\":null}}",
                    answer.body().asUtf8());
            assertEquals(200, answer.status());
            assertEquals(Optional.of("application/json;charset=utf-8"), answer.contentType());
        }

        @Test
        void is_answered_over_the_bytes_sent_with_the_gateways_signature() {
            Answer answer = ask(Draft.request("taken-2"));

            assertTrue(answer.signedByGateway());
        }

        @Test
        void is_answered_with_a_signature_that_openssl_verifies(@TempDir Path folder) throws Exception {
            Answer answer = ask(Draft.request("taken-3"));

            assertEquals("Verified OK", openssl(folder, answer));
        }

        @Test
        void stands_in_the_journal_with_the_bytes_that_came() {
            byte[] body = Draft.request("taken-4").bytes();

            ask(body);

            List<Journal.Row> story = gateway.story(gateway.capture("taken-4").orElseThrow());
            assertEquals(1, story.size());
            JournalEntry entry = story.getFirst().entry();
            assertEquals(JournalEntry.Kind.REQUESTED, entry.kind());
            assertEquals(Optional.of(Bytes.of(body)), entry.body());
            assertEquals(Optional.of("key of " + LiveGateway.APP), entry.keyId());
        }

        @Test
        void keeps_whether_it_is_the_last_one() {
            assertEquals("false", isFinal(ask(Draft.request("last-1").with("data.finalCapture", "false"))));
            assertEquals("false", isFinal(ask(Draft.request("last-2").with("data.finalCapture", "\"False\""))));
            assertEquals("true", isFinal(ask(Draft.request("last-3").with("data.finalCapture", "\"TRUE\""))));
            assertEquals("true", isFinal(ask(Draft.request("last-4").with("data.finalCapture", "null"))));
        }

        private String isFinal(Answer answer) {
            return Answer.text(answer.data(), "isFinal");
        }

        private String openssl(Path folder, Answer answer) throws IOException, InterruptedException {
            Path key = folder.resolve("gateway.pem");
            Path body = folder.resolve("body");
            Path sign = folder.resolve("sign");
            String base64 = Base64.getMimeEncoder()
                    .encodeToString(Keys.GATEWAY.getPublic().getEncoded());
            Files.writeString(key, "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
            Files.write(body, answer.body().toArray());
            Files.write(sign, Base64.getDecoder().decode(answer.sign().orElseThrow()));
            Process openssl = new ProcessBuilder(
                            "openssl",
                            "dgst",
                            "-sha256",
                            "-verify",
                            key.toString(),
                            "-signature",
                            sign.toString(),
                            body.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(openssl.waitFor(10, TimeUnit.SECONDS));
            return said.strip();
        }
    }

    @Nested
    class Asked_again {
        @Test
        void answers_the_same_capture() {
            Answer first = ask(Draft.request("again-1"));

            gateway.clock.move(Duration.ofSeconds(1));
            Answer second = ask(Draft.request("again-1").with("requestTime", "\"2026-03-01T12:00:01Z\""));
            gateway.clock.set(LiveGateway.NOW);

            assertEquals(first.body(), second.body());
            assertTrue(second.signedByGateway());
        }

        @Test
        void compares_the_amount_by_its_value() {
            Answer first = ask(Draft.request("again-2").with("data.amount", "100"));

            assertEquals(
                    first.body(),
                    ask(Draft.request("again-2").with("data.amount", "\"100.00\""))
                            .body());
        }

        @Test
        void is_counted_beside_the_row_of_the_first() {
            ask(Draft.request("again-3"));
            ask(Draft.request("again-3").with("requestTime", "\"2026-03-01T12:00:07Z\""));

            List<Journal.Row> story = gateway.story(gateway.capture("again-3").orElseThrow());
            assertEquals(1, story.size());
            assertEquals(1, story.getFirst().repeats());
        }

        @Test
        void tells_where_it_stands_now() {
            ask(Draft.request("again-4"));
            settle(Draft.notification("again-4").with("data.succeededTime", "\"2026-03-01T12:00:30 +0000\""));

            Answer now = ask(Draft.request("again-4"));

            assertEquals("SUCCESS", Answer.text(now.data(), "status"));
            assertEquals("2026-03-01T12:00:30 +0000", Answer.text(now.data(), "succeededTime"));
        }

        @Test
        void tells_why_it_failed() {
            ask(Draft.request("again-5"));
            settle(Draft.notification("again-5")
                    .with("data.status", "\"FAILED\"")
                    .with("data.failedTime", "\"2026-03-01T12:00:40 +0000\"")
                    .with("data.errorCode", "\"RISK_FAILED\"")
                    .with("data.errorMsg", "\"Risk block.\""));

            Json.Obj data = ask(Draft.request("again-5")).data();

            assertEquals("FAILED", Answer.text(data, "status"));
            assertEquals("2026-03-01T12:00:40 +0000", Answer.text(data, "failedTime"));
            assertEquals("RISK_FAILED", Answer.text(data, "errorCode"));
            assertEquals("Risk block.", Answer.text(data, "errorMsg"));
            assertEquals(Optional.of(new Json.Null()), data.field("succeededTime"));
        }

        @Test
        void tells_our_number_and_never_upstreams() {
            Answer first = ask(Draft.request("again-6"));
            settle(Draft.notification("again-6"));

            Answer now = ask(Draft.request("again-6"));

            assertEquals(Answer.text(first.data(), "captureNo"), Answer.text(now.data(), "captureNo"));
            assertNotEquals("UP-again-6", Answer.text(now.data(), "captureNo"));
        }

        private void settle(Draft notification) {
            byte[] body = notification.bytes();
            Answer answer =
                    client.post("/captureResultNotifyUrl", body, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), body)));
            assertEquals(200, answer.status(), answer.body()::asUtf8);
        }
    }

    @Nested
    class Asked_again_with_other_content {
        @Test
        void is_refused_and_told_where_the_first_stands() {
            Answer first = ask(Draft.request("other-1"));
            var before = gateway.snapshot();

            for (Draft other : List.of(
                    Draft.request("other-1").with("data.amount", "100.01"),
                    Draft.request("other-1").with("data.currency", "\"EUR\""),
                    Draft.request("other-1").with("data.outTradeNo", "\"ORDER-2\""),
                    Draft.request("other-1").with("data.finalCapture", "false"))) {
                Answer answer = ask(other);

                assertEquals("ORDER_REPEAT", answer.code());
                assertEquals(first.data(), answer.data());
                assertTrue(answer.signedByGateway());
            }
            assertEquals(before, gateway.snapshot());
        }

        @Test
        void is_another_capture_for_another_merchant() {
            Answer ours = ask(Draft.request("other-2"));

            byte[] body = Draft.request("other-2")
                    .with("appId", Draft.text(LiveGateway.NEIGHBOUR_APP))
                    .with("merchantNo", Draft.text(LiveGateway.NEIGHBOUR_NO))
                    .with("data.amount", "7")
                    .bytes();
            Answer theirs = client.post(Client.CAPTURE, body, List.of(Keys.sign(Keys.NEIGHBOUR.getPrivate(), body)));

            assertEquals("APPLY_SUCCESS", theirs.code());
            assertNotEquals(Answer.text(ours.data(), "captureNo"), Answer.text(theirs.data(), "captureNo"));
        }
    }
}
