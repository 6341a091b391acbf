package io.quittance.http.payout;

import io.quittance.application.journal.Fingerprint;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Statement;
import io.quittance.domain.payout.SubStatus;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Oddities;
import io.quittance.http.wire.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What upstream tells of a payout, in whichever dialect.
 *
 * @param finishedAt when it was paid or failed, where that was told
 * @param odd which fields made no sense and decide nothing
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
        Optional<String> responseMsg,
        List<String> odd) {

    enum Status {
        PENDING,
        SUCCESS,
        FAILED,
        BOUNCEBACK
    }

    /** With the fields that have the same name in both dialects. */
    static PayoutReading of(OutTradeNo order, Status status, Fields data, Statement said, Oddities odd) {
        Optional<UpstreamTradeNo> number = odd.side(
                        () -> Lenient.number(data, "tradeNo", UpstreamTradeNo.MAX_CHARACTERS))
                .map(UpstreamTradeNo::new);
        Optional<SubStatus> subStatus = odd.side(() -> Lenient.id(data, "subStatus", SubStatus.MAX_CHARACTERS))
                .map(SubStatus::new);
        Optional<Instant> createdAt = odd.side(() -> Lenient.time(data, "transactionUtcTime"));
        Optional<Instant> finishedAt = odd.side(() -> Lenient.time(data, "payFinishTime"));
        Optional<Instant> bouncedAt = odd.side(() -> Lenient.time(data, "bounceBackTime"));
        Optional<String> code = odd.side(() -> Lenient.words(data, "responseCode"));
        Optional<String> msg = odd.side(() -> Lenient.words(data, "responseMsg"));
        return new PayoutReading(
                order, number, status, subStatus, said, createdAt, finishedAt, bouncedAt, code, msg, odd.notes());
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
                order.key(),
                number.map(Object::toString).orElse(""),
                status.name(),
                subStatus.map(Object::toString).orElse(""),
                said.legs().toString(),
                told.asTold().toString(),
                responseCode.orElse(""),
                told.reference().orElse(""),
                told.notifyEmail().orElse(""),
                told.notifyPhone().orElse(""),
                told.redeemCode().orElse(""),
                told.receipt().orElse(""),
                told.fundsReturnedAt().map(Object::toString).orElse("")));
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
