package io.quittance.domain.payout;

import io.quittance.domain.lifecycle.Causality;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is told with a payout and decides nothing. Much of it is personal, and the code is worth money: it prints nothing.
 *
 * @param reference the merchant's own words, returned as they came
 * @param redeemCode what the payee picks the money up with
 * @param receipt the receiving bank's number, {@code additionalIdentifier.referenceId}
 * @param expiresAt until when the money can be picked up
 * @param asTold amounts, currencies and rates of the sides that cannot be made out, in upstream's own words, by their place
 *     as {@code source.fee}; empty where its words may not be passed on
 */
public record Particulars(
        Optional<String> reference,
        Optional<String> notifyEmail,
        Optional<String> notifyPhone,
        Optional<String> redeemCode,
        Optional<String> receipt,
        Optional<Instant> fundsFrozenAt,
        Optional<Instant> fundsReturnedAt,
        Optional<Instant> expiresAt,
        Map<String, String> asTold) {
    public static final Particulars NONE = asked(Optional.empty(), Optional.empty(), Optional.empty());

    public Particulars {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(notifyEmail, "notifyEmail");
        Objects.requireNonNull(notifyPhone, "notifyPhone");
        Objects.requireNonNull(redeemCode, "redeemCode");
        Objects.requireNonNull(receipt, "receipt");
        Objects.requireNonNull(fundsFrozenAt, "fundsFrozenAt");
        Objects.requireNonNull(fundsReturnedAt, "fundsReturnedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        asTold = Collections.unmodifiableMap(new TreeMap<>(asTold));
    }

    /** What a merchant's request says of them. */
    public static Particulars asked(
            Optional<String> reference, Optional<String> notifyEmail, Optional<String> notifyPhone) {
        return new Particulars(
                reference,
                notifyEmail,
                notifyPhone,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** This with what was told since; the merchant's own words stay as the request has them. */
    public Particulars renewed(Particulars told) {
        return new Particulars(
                reference.or(told::reference),
                notifyEmail.or(told::notifyEmail),
                notifyPhone.or(told::notifyPhone),
                told.redeemCode.or(this::redeemCode),
                told.receipt.or(this::receipt),
                told.fundsFrozenAt.or(this::fundsFrozenAt),
                told.fundsReturnedAt.or(this::fundsReturnedAt),
                told.expiresAt.or(this::expiresAt),
                merged(told.asTold, asTold));
    }

    /** This, and what it leaves out from the other. */
    public Particulars or(Particulars other) {
        return new Particulars(
                reference.or(other::reference),
                notifyEmail.or(other::notifyEmail),
                notifyPhone.or(other::notifyPhone),
                redeemCode.or(other::redeemCode),
                receipt.or(other::receipt),
                fundsFrozenAt.or(other::fundsFrozenAt),
                fundsReturnedAt.or(other::fundsReturnedAt),
                expiresAt.or(other::expiresAt),
                merged(asTold, other.asTold));
    }

    /** What is left once its payee is forgotten: what tells of money and times, and nobody's words. */
    Particulars forgotten() {
        return new Particulars(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                receipt,
                fundsFrozenAt,
                fundsReturnedAt,
                expiresAt,
                asTold);
    }

    /** The same as it is shown and told: nothing happened to the funds before the payout was asked for. */
    Particulars shown(Instant askedAt) {
        return new Particulars(
                reference,
                notifyEmail,
                notifyPhone,
                redeemCode,
                receipt,
                Causality.notBefore(askedAt, fundsFrozenAt),
                Causality.notBefore(askedAt, fundsReturnedAt),
                expiresAt,
                asTold);
    }

    private static Map<String, String> merged(Map<String, String> first, Map<String, String> other) {
        Map<String, String> all = new TreeMap<>(other);
        all.putAll(first);
        return all;
    }

    @Override
    public String toString() {
        return "Particulars[...]";
    }
}
