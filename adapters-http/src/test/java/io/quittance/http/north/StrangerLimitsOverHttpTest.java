package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Heard;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.wire.StrangerLimits;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The forger calls from 127.0.0.1, the merchant whom he claims to be from 127.0.0.2. */
@DisplayName("A flood of forged requests")
class StrangerLimitsOverHttpTest {
    private static final int PER_APP = 20;
    private static final int PER_ADDRESS = 50;
    private static final int FLOOD = 200;

    private final LiveGateway gateway =
            LiveGateway.limited(new StrangerLimits(OptionalInt.of(PER_ADDRESS), OptionalInt.of(PER_APP)));
    private final Client forger = new Client(gateway);
    private final Client merchant = new Client(gateway, "127.0.0.2");

    @AfterEach
    void stop() {
        gateway.close();
    }

    private static Answer ask(Client from, String app, KeyPair by) {
        byte[] body = Draft.request("R-1").with("appId", "\"" + app + "\"").bytes();
        return from.post(Client.CAPTURE, body, List.of(Keys.sign(by.getPrivate(), body)));
    }

    private Answer forged(String app) {
        return ask(forger, app, Keys.UPSTREAM);
    }

    private int checked(List<String> codes, String code) {
        return Collections.frequency(codes, code);
    }

    @Test
    void costs_as_many_checks_as_its_limit_says_and_takes_nothing_from_the_app_that_it_claims() {
        assertEquals(
                "APPLY_SUCCESS", ask(merchant, LiveGateway.APP, Keys.MERCHANT).code());

        List<String> codes = IntStream.range(0, FLOOD)
                .mapToObj(_ -> forged(LiveGateway.APP).code())
                .toList();

        assertEquals(PER_APP, checked(codes, "SIGN_VERIFY_FAILED"));
        assertEquals(FLOOD - PER_APP, checked(codes, "TOO_MANY_REQUEST"));
        assertEquals(
                "APPLY_SUCCESS", ask(merchant, LiveGateway.APP, Keys.MERCHANT).code());
    }

    @Test
    void is_not_even_looked_up_any_more_and_answered_without_our_signature() {
        IntStream.range(0, PER_APP).forEach(_ -> forged(LiveGateway.APP));
        gateway.failingMerchants(Optional.of(new IllegalStateException("looked up")));

        Answer answer = forged(LiveGateway.APP);

        assertEquals(200, answer.status());
        assertEquals("TOO_MANY_REQUEST", answer.code());
        assertEquals(Optional.empty(), answer.sign());
        assertTrue(
                answer.body().asUtf8().contains("at most 20 a minute as one app from one address"),
                () -> answer.body().asUtf8());
    }

    @Test
    void is_refused_whatever_it_claims_once_its_address_has_failed_too_often() {
        List<String> codes = IntStream.range(0, FLOOD)
                .mapToObj(one -> forged("made-up-" + one).code())
                .toList();

        assertEquals(PER_ADDRESS, checked(codes, "MERCHANT_APP_INVALID"));
        assertEquals("TOO_MANY_REQUEST", forged(LiveGateway.APP).code());
        assertEquals(
                "APPLY_SUCCESS", ask(merchant, LiveGateway.APP, Keys.MERCHANT).code());
    }

    @Test
    void does_not_shut_out_who_has_signed_well_behind_the_same_address() {
        assertEquals(
                "APPLY_SUCCESS", ask(forger, LiveGateway.APP, Keys.MERCHANT).code());
        IntStream.range(0, FLOOD).forEach(one -> forged("made-up-" + one));

        assertEquals(
                "APPLY_SUCCESS", ask(forger, LiveGateway.APP, Keys.MERCHANT).code());
    }

    @Test
    void of_unreadable_ones_counts_as_well() {
        IntStream.range(0, PER_ADDRESS).forEach(_ -> forger.post(Client.CAPTURE, new byte[] {'{'}, List.of()));

        assertEquals("TOO_MANY_REQUEST", forged(LiveGateway.APP).code());
    }

    @Test
    void never_refuses_who_signs_well_however_often_he_asks() {
        for (int one = 0; one < FLOOD; one++) {
            assertEquals(
                    "APPLY_SUCCESS",
                    ask(merchant, LiveGateway.APP, Keys.MERCHANT).code());
        }
    }

    @Test
    void is_checked_again_a_little_later() {
        IntStream.range(0, FLOOD).forEach(_ -> forged(LiveGateway.APP));
        gateway.clock.move(Duration.ofSeconds(60 / PER_APP));

        assertEquals("SIGN_VERIFY_FAILED", forged(LiveGateway.APP).code());
        assertEquals("TOO_MANY_REQUEST", forged(LiveGateway.APP).code());
    }

    @Test
    void is_told_of_in_one_line() {
        try (Heard heard = new Heard()) {
            IntStream.range(0, FLOOD).forEach(_ -> forged(LiveGateway.APP));

            assertEquals(1, heard.lines().size(), heard::text);
        }
    }

    @Test
    void of_notifications_is_answered_with_429_and_acknowledged_never() {
        byte[] body = Draft.notification("R-1").bytes();
        String path = "/captureResultNotifyUrl/" + LiveGateway.APP;
        List<Integer> answers = IntStream.range(0, FLOOD)
                .mapToObj(_ -> forger.post(path, body, List.of(Keys.sign(Keys.NEIGHBOUR.getPrivate(), body)))
                        .status())
                .toList();

        assertEquals(PER_APP, Collections.frequency(answers, 401));
        assertEquals(FLOOD - PER_APP, Collections.frequency(answers, 429));
        assertEquals(
                200,
                merchant.post(path, body, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), body)))
                        .status(),
                "from upstream's own address");
    }
}
