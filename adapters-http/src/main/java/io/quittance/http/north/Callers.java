package io.quittance.http.north;

import io.quittance.application.merchant.Merchants;
import io.quittance.domain.key.KeyRing;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.signing.RestingKeys;
import io.quittance.http.signing.Rsa;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import io.quittance.http.wire.WireTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who calls, and whether we listen: the checks that all APIs share, in the design's order. Of the body only {@code appId}
 * is believed before the signature is verified.
 */
final class Callers {
    /** How far {@code requestTime} may be from our clock, either way; exactly so far passes. */
    static final Duration MAX_DEVIATION = Duration.ofSeconds(120);

    private static final String EXPECTED_BODY = "one JSON object in UTF-8";
    private static final int MAX_VERSION = 8;
    private static final int MAX_REQUEST_TIME = 32;

    private final Merchants merchants;
    private final RestingKeys resting;
    private final InstantSource clock;

    Callers(Merchants merchants, RestingKeys resting, InstantSource clock) {
        this.merchants = merchants;
        this.resting = resting;
        this.clock = clock;
    }

    /** A request whose signature was verified; nothing else in it was checked yet. */
    record Verified(Merchant merchant, Fields envelope, Bytes raw, String keyId, boolean tokens) {}

    /** As whom a request comes; nothing of it is believed yet. */
    record Claim(AppId app, Fields envelope) {}

    /** @throws Refusal to be answered without a signature: it names nobody */
    Claim claim(Bytes body) throws Refusal {
        Fields envelope = envelope(body);
        return new Claim(new AppId(envelope.id("appId", AppId.MAX_CHARACTERS)), envelope);
    }

    /** @throws Refusal to be answered without a signature: strangers must not make us sign */
    Verified verify(Claim claim, Gateway.Asked asked) throws Refusal {
        Fields envelope = claim.envelope();
        Optional<Merchant> merchant = merchants.byApp(claim.app());
        Optional<MerchantKey> key =
                merchant.isPresent() ? verifying(merchant.get(), asked.body(), asked.signs()) : Optional.empty();
        if (key.isEmpty()) {
            throw envelope.refusal(WireCode.MERCHANT_APP_INVALID, "appId", "a registered app with a key that counts");
        }
        return new Verified(merchant.get(), envelope, asked.body(), key.get().id(), asked.tokens());
    }

    /** @throws Refusal if the merchant is off line, or the envelope makes no sense, or is too old or too new */
    NorthCall.Request admit(Verified verified) throws Refusal {
        Fields envelope = verified.envelope();
        checkMerchant(verified.merchant(), envelope);
        checkNoProvider(envelope, verified.tokens());
        String version = envelope.id("version", MAX_VERSION);
        if (!version.matches("[0-9]+\\.[0-9]+")) {
            throw envelope.refusal("version", "two numbers with a dot between them, as 1.4");
        }
        checkKeyVersion(envelope);
        Instant requestTime = WireTime.request(envelope.id("requestTime", MAX_REQUEST_TIME))
                .orElseThrow(() -> envelope.refusal("requestTime", WireTime.EXPECTED));
        Fields data = envelope.object("data");
        if (Duration.between(requestTime, clock.instant()).abs().compareTo(MAX_DEVIATION) > 0) {
            throw envelope.refusal(
                    WireCode.REQ_TIME_OVER_TIME,
                    "requestTime",
                    "within " + MAX_DEVIATION.toSeconds() + " seconds of the gateway's clock");
        }
        return new NorthCall.Request(verified.merchant(), data, verified.raw(), verified.keyId());
    }

    private static Fields envelope(Bytes body) throws Refusal {
        if (body.length() > Gateway.MAX_BODY) {
            throw Refusal.described(
                    WireCode.PARAMS_INVALID, "body", "too large", "at most " + Gateway.MAX_BODY + " bytes");
        }
        try {
            if (JsonReader.read(body.toArray()) instanceof Json.Obj object) {
                return Fields.of(object);
            }
            throw Refusal.described(WireCode.PARAMS_INVALID, "body", "no object", EXPECTED_BODY);
        } catch (JsonFault fault) {
            throw Refusal.described(WireCode.PARAMS_INVALID, "body", fault.getMessage(), EXPECTED_BODY);
        }
    }

    /**
     * A key that does not count is tried behind those that do, so that its use is refused by name.
     *
     * @return empty if none counts
     */
    private Optional<MerchantKey> verifying(Merchant merchant, Bytes body, List<String> signs) throws Refusal {
        Instant now = clock.instant();
        List<MerchantKey> counting = merchant.keysAt(now);
        Stream<MerchantKey> resting = merchant.keys().reversed().stream().filter(key -> !key.countsAt(now));
        if (signs.size() == 1) {
            Optional<MerchantKey> verifying = Stream.concat(counting.stream(), resting)
                    .limit(KeyRing.MOST)
                    .filter(key -> Rsa.verify(key.key(), body, signs.getFirst()))
                    .findFirst();
            if (verifying.isPresent()) {
                return Optional.of(counting(merchant, verifying.get(), now));
            }
        }
        if (counting.isEmpty()) {
            return Optional.empty();
        }
        if (signs.size() != 1) {
            String found = signs.isEmpty() ? "absent" : "several";
            throw Refusal.described(WireCode.SIGN_VERIFY_FAILED, "sign", found, "one header with a signature");
        }
        throw Refusal.described(
                WireCode.SIGN_VERIFY_FAILED,
                "sign",
                "does not verify",
                "SHA256withRSA over the body as sent, by the key of this appId, in base64");
    }

    private MerchantKey counting(Merchant merchant, MerchantKey key, Instant now) throws Refusal {
        if (key.countsAt(now)) {
            return key;
        }
        String why = resting.refused("a request of app " + merchant.app(), key.id(), key.term());
        throw Refusal.described(WireCode.SIGN_VERIFY_FAILED, "sign", why, "by a key of this appId that counts");
    }

    private static void checkMerchant(Merchant merchant, Fields envelope) throws Refusal {
        if (!merchant.enabled()) {
            throw Refusal.described(WireCode.MERCHANT_INVALID, "appId", "disabled", "an enabled merchant");
        }
        Optional<String> no = envelope.idIfAny("merchantNo", MerchantNo.MAX_CHARACTERS);
        if (no.isPresent() && !no.get().equals(merchant.no().value())) {
            throw envelope.refusal(WireCode.MERCHANT_INVALID, "merchantNo", "the merchant number of this appId");
        }
    }

    /**
     * A provider that acts for other merchants names itself and shows a token of theirs. We have no accounts of such
     * providers upstream, so what it asks would be done for another merchant than it means.
     */
    private static void checkNoProvider(Fields envelope, boolean tokens) throws Refusal {
        if (envelope.value("spMerchantNo").isPresent()) {
            throw envelope.refusal("spMerchantNo", "none, as this gateway serves no service providers");
        }
        if (tokens) {
            throw Refusal.described(
                    WireCode.PARAMS_INVALID,
                    "merchant_auth_token",
                    "present",
                    "no such header, as this gateway serves no service providers");
        }
    }

    /** A string by the page, a number in one sample: A2. */
    private static void checkKeyVersion(Fields envelope) throws Refusal {
        boolean one = switch (envelope.value("keyVersion").orElse(new Json.Null())) {
            case Json.Str(var text) -> text.equals("1");
            case Json.Num(var text) -> text.equals("1");
            case Json.Null _, Json.Bool _, Json.Obj _, Json.Arr _ -> false;
        };
        if (!one) {
            throw envelope.refusal("keyVersion", "1");
        }
    }
}
