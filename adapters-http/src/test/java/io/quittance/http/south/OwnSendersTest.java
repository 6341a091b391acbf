package io.quittance.http.south;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("A callback with senders of its own")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnSendersTest {
    private static final String NAME = "bankTold";
    private static final String PATH = "/" + NAME;
    private static final String MAC = "X-Bank-Mac";
    private static final String SECRET = "a secret of the bank's";

    /** Nothing in it is of PayerMax's protocol. */
    private static final String NEWS = "{\"what\":\"settled\",\"when\":1}";

    private final List<Incoming> came = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private LiveGateway gateway;
    private Client client;

    private final Senders bank = (_, incoming) -> {
        came.add(incoming);
        String expected = mac(SECRET, incoming.raw().toArray());
        if (incoming.only(MAC)
                .filter(mac -> MessageDigest.isEqual(mac.getBytes(StandardCharsets.UTF_8), expected.getBytes()))
                .isEmpty()) {
            throw Senders.notVerified(MAC, "HMAC-SHA256 over the body");
        }
        return incoming.verified(List.of(gateway.holder()), "the bank's secret");
    };

    /** A bank's, in its own dialect. */
    private class Told implements Callback {
        private final String name;

        Told(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Senders senders() {
            return bank;
        }

        @Override
        public Set<String> newInRepeats() {
            return Set.of("when");
        }

        @Override
        public Settled take(Notification notification) throws Refusal {
            if (notification.message().field("what").isEmpty()) {
                throw Refusal.described(WireCode.PARAMS_INVALID, "what", "absent", "what has happened");
            }
            taken.add(name);
            return Settled.RECORDED;
        }

        @Override
        public Bytes acknowledgement() {
            return Bytes.utf8("{\"ok\":true}");
        }

        @Override
        public Bytes refused(WireCode code, String msg) {
            return Bytes.utf8("{\"ok\":false,\"why\":\"" + msg + "\"}");
        }
    }

    /** As a bank has one whose messages have types, too, some of them named as PayerMax's. */
    private final class Typed extends Told {
        private final Optional<String> type;

        Typed(String name, Optional<String> type) {
            super(name);
            this.type = type;
        }

        @Override
        public Optional<String> notifyType() {
            return type;
        }

        @Override
        public boolean takesEveryType() {
            return type.isEmpty();
        }

        @Override
        public Set<String> marks() {
            return Set.of("bankNumber", "captureNo");
        }
    }

    @BeforeAll
    void start() {
        gateway = LiveGateway.with(
                new Told(NAME),
                new Typed("aaaBankCaptured", Optional.of("CAPTURE")),
                new Typed("aaaBankRefunded", Optional.of("BANK_REFUND")),
                new Typed("aaaBankAnything", Optional.empty()));
        client = new Client(gateway);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        came.clear();
        taken.clear();
    }

    private static String mac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private Answer told(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return client.post(path, bytes, MAC, List.of(mac(SECRET, bytes)));
    }

    @Nested
    class Takes {
        @Test
        void what_verifies_by_them_and_thanks_in_its_own_dialect() {
            Answer answer = told(PATH, NEWS);

            assertEquals(200, answer.status());
            assertEquals("{\"ok\":true}", answer.body().asUtf8());
            assertEquals(List.of(NAME), taken);
        }

        @Test
        void what_looks_like_another_type_of_another_protocol() {
            told(PATH, "{\"what\":\"x\",\"notifyType\":\"CAPTURE\",\"data\":{\"captureNo\":\"1\",\"tradeNo\":\"2\"}}");

            assertEquals(List.of(NAME), taken);
        }

        @Test
        void by_type_what_is_told_at_another_address_of_theirs() {
            told("/aaaBankCaptured", "{\"what\":\"x\",\"notifyType\":\"BANK_REFUND\"}");
            told("/aaaBankRefunded", "{\"what\":\"x\",\"notifyType\":\"CAPTURE\"}");
            told("/aaaBankCaptured", "{\"what\":\"x\",\"notifyType\":\"PAYOUT\"}");

            assertEquals(List.of("aaaBankRefunded", "aaaBankCaptured", "aaaBankAnything"), taken);
        }

        @Test
        void a_repeat_that_makes_no_sense_for_a_repeat_by_its_own_rule() {
            int before = gateway.discrepancies().size();

            assertEquals(422, told(PATH, "{\"when\":1}").status());
            Answer again = told(PATH, "{\"when\":2}");

            assertEquals(
                    "{\"ok\":false,\"why\":\"what: absent (expected: what has happened)\"}",
                    again.body().asUtf8());
            assertEquals(before + 1, gateway.discrepancies().size());
            assertEquals(1, gateway.discrepancies().getLast().repeats());
        }
    }

    @Nested
    class Refuses {
        @Test
        void what_another_secret_signed_and_says_so_in_its_own_dialect() {
            byte[] body = NEWS.getBytes(StandardCharsets.UTF_8);
            var before = gateway.snapshot();

            Answer answer = client.post(PATH, body, MAC, List.of(mac("a stranger's", body)));

            assertEquals(401, answer.status());
            assertEquals(
                    "{\"ok\":false,\"why\":\"X-Bank-Mac: does not verify (expected: HMAC-SHA256 over the body)\"}",
                    answer.body().asUtf8());
            assertEquals(List.of(), taken);
            assertEquals(before, gateway.snapshot());
        }

        @Test
        void what_PayerMax_signed() {
            byte[] body = NEWS.getBytes(StandardCharsets.UTF_8);

            Answer answer = client.post(PATH, body, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), body)));

            assertEquals(401, answer.status());
            assertEquals(List.of(), taken);
        }

        @Test
        void at_PayerMaxs_addresses_what_they_would_verify() {
            Answer answer =
                    told("/captureResultNotifyUrl", Draft.notification("bank").json());

            assertEquals(401, answer.status());
            assertEquals(List.of(), came);
        }
    }

    /** Nothing that PayerMax tells is theirs, whatever they call their types and wherever they stand in the alphabet. */
    @Test
    void is_never_told_what_PayerMax_tells() {
        byte[] captured = Draft.notification("payermax").bytes();
        byte[] unknown = Draft.notification("payermax")
                .with("notifyType", "\"BANK_REFUND\"")
                .bytes();
        byte[] untyped = Draft.notification("payermax").without("notifyType").bytes();

        for (byte[] body : List.of(captured, unknown, untyped)) {
            Answer answer =
                    client.post("/cancelResultNotifyUrl", body, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), body)));
            assertEquals("SUCCESS", answer.code(), answer.body()::asUtf8);
        }

        assertEquals(List.of(), taken);
        assertEquals(List.of(), came);
    }

    @Nested
    class Is_given {
        @Test
        void the_app_that_the_address_names_and_the_bytes() {
            told(PATH + "/" + LiveGateway.APP, NEWS);

            assertEquals(Optional.of(LiveGateway.APP), came.getFirst().app());
            assertEquals(Bytes.utf8(NEWS), came.getFirst().raw());
        }

        @Test
        void every_header_whatever_its_case_and_all_of_its_values() {
            String head = "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "x-bank-MAC: one\r\nX-Bank-Mac: two\r\nX-bank-time: 2026-03-01\r\nContent-Length: "
                    + NEWS.length() + "\r\n\r\n";
            client.raw(head, NEWS.getBytes(StandardCharsets.UTF_8));

            assertEquals(List.of("one", "two"), came.getFirst().headers().get("x-bank-mac"));
            assertEquals(Optional.empty(), came.getFirst().only(MAC), "of two it is not known which counts");
            assertEquals(Optional.of("2026-03-01"), came.getFirst().only("X-BANK-TIME"));
            assertFalse(came.getFirst().toString().contains("2026-03-01"), "headers may be secrets");
        }
    }
}
