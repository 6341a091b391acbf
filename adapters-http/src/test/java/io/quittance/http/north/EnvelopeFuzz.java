package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.NotifyHosts;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.signing.RestingKeys;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.UpstreamEnvelope;
import io.quittance.http.wire.WireTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Envelopes of merchants and of upstream: a refusal in the words of the protocol, or the same envelope once it is written again. */
public final class EnvelopeFuzz {
    private static final Callers CALLERS = new Callers(
            InMemoryStore.at(() -> Given.NOON).merchants(), new RestingKeys(() -> Given.NOON), () -> Given.NOON);

    private EnvelopeFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Bytes body = Bytes.of(input);
        try {
            Callers.Claim claim = CALLERS.claim(body);
            Callers.Claim again =
                    CALLERS.claim(JsonWriter.object(claim.envelope().json()));
            assertEquals(claim.app(), again.app());
            assertEquals(claim.envelope().json(), again.envelope().json());
            admitted(claim, body);
        } catch (Refusal refusal) {
            assertAnswer(refusal);
        }
        try {
            UpstreamEnvelope answer = UpstreamEnvelope.read(body);
            UpstreamEnvelope again =
                    UpstreamEnvelope.read(JsonWriter.object(answer.fields().json()));
            assertEquals(answer.code(), again.code());
            assertEquals(answer.msg(), again.msg());
        } catch (JsonFault fault) {
            assertTrue(fault.getMessage().length() < 40, fault.getMessage());
        } catch (Refusal refusal) {
            assertAnswer(refusal);
        }
    }

    /** As if its signature had been verified. */
    private static void admitted(Callers.Claim claim, Bytes body) throws Refusal {
        Merchant merchant = new Merchant(
                new MerchantId(1),
                claim.app(),
                new MerchantNo("M1"),
                true,
                URI.create("https://shop.example/news"),
                PayoutDialect.V2,
                List.of(),
                List.of(),
                Optional.empty(),
                NotifyHosts.ANY);
        NorthCall.Request request = CALLERS.admit(new Callers.Verified(merchant, claim.envelope(), body, "key", false));

        Instant at = WireTime.request(claim.envelope().text("requestTime")).orElseThrow();
        assertTrue(Duration.between(at, Given.NOON).abs().compareTo(Callers.MAX_DEVIATION) <= 0, at::toString);
        assertEquals(body, request.raw());
    }

    private static void assertAnswer(Refusal refusal) {
        String words = refusal.getMessage();
        assertTrue(words.codePointCount(0, words.length()) <= Refusal.MAX_MESSAGE, words);
    }
}
