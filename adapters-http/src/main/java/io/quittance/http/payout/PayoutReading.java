package io.quittance.http.payout;

import io.quittance.application.journal.Fingerprint;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.AmountText;
import io.quittance.domain.money.Currency;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Payout.Statement;
import io.quittance.domain.payout.SubStatus;
import io.quittance.domain.payout.Sum;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What upstream tells of a payout, in whichever dialect.
 *
 * @param finishedAt when it was paid or failed, where that was told
 */
record PayoutReading(
        OutTradeNo order,
        Optional<UpstreamTradeNo> number,
        Status status,
        Optional<SubStatus> subStatus,
        Statement said,
        Optional<Instant> createdAt,
        Optional<Instant> finishedAt,
        Optional<Instant> bouncedAt,
        Optional<String> responseCode,
        Optional<String> responseMsg) {

    enum Status {
        PENDING,
        SUCCESS,
        FAILED,
        BOUNCEBACK
    }

    /**
     * What it means for the payout.
     *
     * @param otherwiseAt when it says so: the time of its end, where that was not told
     * @param otherwiseWhy why it failed, where the data does not say
     */
    Report report(Instant otherwiseAt, Failure otherwiseWhy) {
        return switch (status) {
            case PENDING -> new Report.Processing(said, subStatus, otherwiseAt);
            case SUCCESS -> new Report.Settled(said, finishedAt.orElse(otherwiseAt));
            case FAILED ->
                new Report.Declined(
                        said, finishedAt.orElse(otherwiseAt), failure().orElse(otherwiseWhy));
            case BOUNCEBACK -> new Report.Returned(said, finishedAt, bouncedAt.orElse(otherwiseAt), failure());
        };
    }

    private Optional<Failure> failure() {
        return responseCode.map(code -> new Failure(code, responseMsg.orElse("")));
    }

    /** The facts without the times of the payout itself; the same in both dialects, so news told twice is the same news. */
    Fingerprint fingerprint() {
        Particulars told = said.particulars();
        return Fingerprint.of(List.of(
                "payout notification",
                order.value(),
                number.map(Object::toString).orElse(""),
                status.name(),
                subStatus.map(Object::toString).orElse(""),
                said.legs().toString(),
                responseCode.orElse(""),
                told.reference().orElse(""),
                told.notifyEmail().orElse(""),
                told.notifyPhone().orElse(""),
                told.redeemCode().orElse(""),
                told.receipt().orElse(""),
                told.fundsReturnedAt().map(Object::toString).orElse("")));
    }

    /** One side; left out, it says nothing. */
    static Leg leg(Fields side) throws Refusal {
        return new Leg(
                sum(side, "amount", "currency"),
                rate(side),
                sum(side, "fee", "feeCurrency"),
                sum(side, "tax", "taxCurrency"));
    }

    private static Optional<Sum> sum(Fields side, String amount, String currency) throws Refusal {
        Optional<Currency> of = Lenient.currency(side, currency);
        return Lenient.amount(side, amount).map(told -> new Sum(told, of));
    }

    private static Optional<BigDecimal> rate(Fields side) throws Refusal {
        if (!Lenient.said(side, "exchangeRate")) {
            return Optional.empty();
        }
        Optional<BigDecimal> rate = AmountText.of(side.amount("exchangeRate"))
                .map(AmountText::value)
                .filter(Leg::keeps);
        if (rate.isEmpty()) {
            throw side.refusal("exchangeRate", "digits with at most one dot between them, as 14551.3328650147");
        }
        return rate;
    }

    static Optional<String> id(Fields data, String name, int max) throws Refusal {
        return Lenient.said(data, name) ? data.idIfAny(name, max) : Optional.empty();
    }

    /** A text that decides nothing, as it came. */
    static Optional<String> text(Fields data, String name, int max) throws Refusal {
        Optional<String> text = Lenient.words(data, name);
        if (text.filter(told -> told.codePointCount(0, told.length()) > max).isPresent()) {
            throw data.refusal(name, "at most " + max + " characters");
        }
        return text;
    }
}
