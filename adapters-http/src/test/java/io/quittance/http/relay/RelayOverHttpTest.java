package io.quittance.http.relay;

import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.relay.Relayed.ANSWER;
import static io.quittance.http.relay.Relayed.BASE;
import static io.quittance.http.relay.Relayed.DATA;
import static io.quittance.http.relay.Relayed.PATIENT;
import static io.quittance.http.relay.Relayed.request;
import static io.quittance.http.relay.Relayed.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.LoopbackServer.Received;
import io.quittance.http.outbound.Packed;
import io.quittance.http.outbound.PostLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a PayerMax on the loopback; nothing of the judgement goes through the code under test. */
@DisplayName("An API that we do not know")
class RelayOverHttpTest {
    private static final PostLimits HASTY =
            new PostLimits(Duration.ofSeconds(20), Duration.ofMillis(300), 65_536, Duration.ofSeconds(20), 32, 64);

    /** How {@code DATA} spells the address that is to be told. */
    private static final String DATAS_URL = "\"https:\\/\\/shop.example\\/n\"";

    /** What stands there when it is passed on. */
    private static String ours(Relayed relayed) {
        Relay relay = relayed.gateway.store.relays().all().getFirst();
        return "\"" + Relayed.PUBLIC + "/resultNotifyUrl/" + LiveGateway.APP + "/" + relay.id() + "\"";
    }

    @Nested
    class Is_passed_on {
        @Test
        void with_its_data_to_the_letter_but_for_that_address_in_a_new_envelope_signed_for_the_merchants_account()
                throws IOException {
            try (LoopbackServer upstream = LoopbackServer.replying(_ -> http("200 OK", signed(ANSWER), ANSWER));
                    Relayed relayed = new Relayed(upstream, PATIENT)) {
                relayed.ask("orderAndPay", request(DATA));

                Received got = upstream.received().getFirst();
                assertTrue(got.line().startsWith("POST " + BASE + "/orderAndPay "), got.line());
                assertEquals(
                        "{\"version\":\"1.5\",\"keyVersion\":\"1\","
                                + "\"requestTime\":\"2026-03-01T12:00:00.000Z\",\"appId\":\""
                                + LiveGateway.UPSTREAM_APP + "\",\"merchantNo\":\"" + LiveGateway.UPSTREAM_NO
                                + "\",\"data\":" + DATA.replace(DATAS_URL, ours(relayed)) + "}",
                        got.text());
                assertTrue(Keys.verifies(
                        Keys.NEIGHBOUR.getPublic(),
                        got.body(),
                        got.header("sign").orElseThrow()));
            }
        }

        @Test
        void and_its_answer_back_to_the_byte_under_our_signature() throws IOException {
            try (LoopbackServer upstream = LoopbackServer.replying(_ -> http("200 OK", signed(ANSWER), ANSWER));
                    Relayed relayed = new Relayed(upstream, PATIENT)) {
                Answer answer = relayed.ask("orderAndPay", request(DATA));

                assertEquals(Bytes.utf8(ANSWER), answer.body());
                assertTrue(answer.signedByGateway());
                assertEquals(200, answer.status());
            }
        }

        @Test
        void and_its_answer_back_as_it_was_before_something_on_the_way_packed_it() throws IOException {
            try (LoopbackServer upstream = Packed.answering(Packed.gzip(signed(ANSWER), ANSWER));
                    Relayed relayed = new Relayed(upstream, PATIENT)) {
                Answer answer = relayed.ask("orderAndPay", request(DATA));

                assertEquals(Bytes.utf8(ANSWER), answer.body());
                assertTrue(answer.signedByGateway());
            }
        }

        @Test
        void and_so_are_its_errors_that_are_signed_whatever_their_status() throws IOException {
            String error = "{\"code\":\"ORDER_NOT_EXIST\",\"msg\":\"no\"}";
            try (LoopbackServer upstream = LoopbackServer.replying(_ -> http("400 Bad", signed(error), error));
                    Relayed relayed = new Relayed(upstream, PATIENT)) {
                Answer answer = relayed.ask("orderQuery", request("{}"));

                assertEquals(Bytes.utf8(error), answer.body());
                assertEquals(200, answer.status());
            }
        }

        @Test
        void and_all_of_it_stands_in_a_story() throws IOException {
            try (LoopbackServer upstream = LoopbackServer.replying(_ -> http("200 OK", signed(ANSWER), ANSWER));
                    Relayed relayed = new Relayed(upstream, PATIENT)) {
                byte[] body = request(DATA);
                relayed.ask("orderAndPay", body);

                List<JournalEntry> story = relayed.story();
                assertEquals(
                        List.of(Kind.REQUESTED, Kind.ASKED, Kind.ANSWERED, Kind.REPLIED),
                        story.stream().map(JournalEntry::kind).toList());
                assertEquals(Optional.of(Bytes.of(body)), story.get(0).body());
                assertEquals(
                        Optional.of(Bytes.of(upstream.received().getFirst().body())),
                        story.get(1).body());
                assertEquals(Optional.of(Bytes.utf8(ANSWER)), story.get(2).body());
                assertEquals(Optional.of(Bytes.utf8(ANSWER)), story.get(3).body());
                assertEquals(
                        relayed.gateway.merchant.id(),
                        relayed.gateway.store.relays().all().getFirst().merchant());
            }
        }
    }

    @Nested
    class Whose_answer_cannot_be_believed {
        private void assertFails(Relayed relayed, String code, List<Kind> kinds) throws IOException {
            Answer answer = relayed.ask("orderAndPay", request(DATA));

            assertEquals(code, answer.code());
            assertTrue(answer.signedByGateway());
            assertFalse(answer.json().fields().containsKey("data"));
            assertEquals(kinds, relayed.story().stream().map(JournalEntry::kind).toList());
            assertEquals(Optional.of(answer.body()), relayed.story().getLast().body());
        }

        private final List<Kind> whole = List.of(Kind.REQUESTED, Kind.ASKED, Kind.ANSWERED, Kind.REPLIED);

        @ParameterizedTest
        @CsvSource({"unsigned", "signed by another"})
        void is_a_system_error(String how) throws IOException {
            String sign = how.equals("unsigned")
                    ? ""
                    : "sign: " + Keys.sign(Keys.MERCHANT.getPrivate(), ANSWER.getBytes(StandardCharsets.UTF_8))
                            + "\r\n";
            try (LoopbackServer upstream = LoopbackServer.replying(_ -> http("200 OK", sign, ANSWER));
                    Relayed relayed = new Relayed(upstream, PATIENT)) {
                assertFails(relayed, "SYSTEM_ERROR", whole);
                assertEquals(1, upstream.received().size());
            }
        }

        @Test
        void as_it_is_longer_than_we_read_is_a_system_error() throws IOException {
            String longer = "{\"x\":\"" + "y".repeat(70_000) + "\"}";
            try (LoopbackServer upstream = LoopbackServer.replying(_ -> http("200 OK", signed(longer), longer));
                    Relayed relayed = new Relayed(upstream, PATIENT)) {
                assertFails(relayed, "SYSTEM_ERROR", whole);
            }
        }

        @Test
        void as_it_breaks_off_is_a_system_error_and_not_asked_for_again() throws IOException {
            try (LoopbackServer upstream = LoopbackServer.playing(talk -> talk.request());
                    Relayed relayed = new Relayed(upstream, PATIENT)) {
                assertFails(relayed, "SYSTEM_ERROR", whole);
                assertEquals(1, upstream.received().size());
            }
        }

        @Test
        void as_it_does_not_come_in_time_is_a_time_out_and_not_asked_for_again() throws IOException {
            try (LoopbackServer upstream = LoopbackServer.playing(talk -> {
                        talk.request();
                        talk.request();
                    });
                    Relayed relayed = new Relayed(upstream, HASTY)) {
                assertFails(relayed, "REQUEST_TIMEOUT", whole);
                assertEquals(1, upstream.received().size());
            }
        }

        @Test
        void as_nobody_is_there_is_a_system_error_and_nothing_was_asked() throws IOException {
            URI nowhere;
            try (LoopbackServer closed = LoopbackServer.answering("")) {
                nowhere = closed.url(BASE);
            }
            try (Relayed relayed = new Relayed(nowhere, PATIENT, Optional.of(Keys.NEIGHBOUR.getPrivate()))) {
                assertFails(relayed, "SYSTEM_ERROR", List.of(Kind.REQUESTED, Kind.ANSWERED, Kind.REPLIED));
            }
        }

        @Test
        void as_the_merchant_has_no_key_there_is_a_system_error_and_nothing_was_asked() throws IOException {
            try (LoopbackServer upstream = LoopbackServer.answering("");
                    Relayed relayed = new Relayed(upstream.url(BASE), PATIENT, Optional.empty())) {
                assertFails(relayed, "SYSTEM_ERROR", List.of(Kind.REQUESTED, Kind.ANSWERED, Kind.REPLIED));
                assertEquals(0, upstream.received().size());
            }
        }
    }
}
