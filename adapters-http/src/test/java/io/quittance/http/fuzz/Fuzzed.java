package io.quittance.http.fuzz;

import io.quittance.http.json.JsonFuzz;
import io.quittance.http.north.EnvelopeFuzz;
import io.quittance.http.payerpage.FormFuzz;
import io.quittance.http.payout.LegacyPayoutNewsFuzz;
import io.quittance.http.payout.PayoutNewsFuzz;
import io.quittance.http.signing.PemFuzz;
import io.quittance.http.wire.AmountsFuzz;
import io.quittance.http.wire.TimesFuzz;
import java.util.Locale;
import java.util.function.Consumer;

/** What reads bytes of strangers. Each holds what must be true of any bytes, and throws where it is not. */
enum Fuzzed {
    JSON(JsonFuzz.class, JsonFuzz::fuzzerTestOneInput),
    ENVELOPE(EnvelopeFuzz.class, EnvelopeFuzz::fuzzerTestOneInput),
    TIMES(TimesFuzz.class, TimesFuzz::fuzzerTestOneInput),
    AMOUNTS(AmountsFuzz.class, AmountsFuzz::fuzzerTestOneInput),
    PAYOUT(PayoutNewsFuzz.class, PayoutNewsFuzz::fuzzerTestOneInput),
    LEGACY_PAYOUT(LegacyPayoutNewsFuzz.class, LegacyPayoutNewsFuzz::fuzzerTestOneInput),
    FORM(FormFuzz.class, FormFuzz::fuzzerTestOneInput),
    PEM(PemFuzz.class, PemFuzz::fuzzerTestOneInput);

    private final Class<?> target;
    private final Consumer<byte[]> check;

    Fuzzed(Class<?> target, Consumer<byte[]> check) {
        this.target = target;
        this.check = check;
    }

    /** The class that Jazzer starts, by its method {@code fuzzerTestOneInput}. */
    Class<?> target() {
        return target;
    }

    void check(byte[] input) {
        check.accept(input);
    }

    /** The folder of its inputs below {@code src/test/resources}: seeds, and what once found something. */
    String corpus() {
        return "fuzz/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
