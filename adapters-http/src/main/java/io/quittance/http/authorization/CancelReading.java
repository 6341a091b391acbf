package io.quittance.http.authorization;

import io.quittance.application.journal.Fingerprint;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.CancelId;
import io.quittance.domain.authorization.UpstreamCancelNo;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The nine fields of {@code data} as upstream tells them. Only {@code requestId} and {@code status} must be there, and
 * empty texts stand for nothing.
 *
 * @param status where upstream says the cancel stands
 * @param at when it ended, where that was told
 */
record CancelReading(
        RequestId request,
        Optional<UpstreamCancelNo> number,
        Status status,
        Optional<OutTradeNo> order,
        Optional<Instant> createdAt,
        Optional<Instant> at,
        Optional<String> errorCode,
        Optional<String> errorMsg) {

    enum Status {
        PENDING,
        SUCCESS,
        FAILED
    }

    /** @throws Refusal if a field is there and makes no sense */
    static CancelReading of(Fields data) throws Refusal {
        Status status = status(data);
        Optional<Instant> succeededAt = Lenient.time(data, "succeededTime");
        Optional<Instant> failedAt = Lenient.time(data, "failedTime");
        return new CancelReading(
                new RequestId(data.id("requestId", RequestId.MAX_CHARACTERS)),
                Lenient.id(data, "cancelNo", CancelId.MAX_CHARACTERS).map(UpstreamCancelNo::new),
                status,
                Lenient.id(data, "outTradeNo", OutTradeNo.MAX_CHARACTERS).map(OutTradeNo::new),
                Lenient.time(data, "createdTime"),
                status == Status.FAILED ? failedAt : succeededAt,
                Lenient.words(data, "errorCode"),
                Lenient.words(data, "errorMsg"));
    }

    /**
     * What it means for the cancel.
     *
     * @param otherwiseAt the time of its end, where that was not told
     * @param otherwiseWhy why it failed, where the data does not say: the envelope may
     */
    Cancel.Report report(Instant otherwiseAt, Failure otherwiseWhy) {
        return switch (status) {
            case PENDING -> new Cancel.Report.Processing(order);
            case SUCCESS -> new Cancel.Report.Settled(order, at.orElse(otherwiseAt));
            case FAILED ->
                new Cancel.Report.Declined(
                        order,
                        at.orElse(otherwiseAt),
                        new Failure(errorCode.orElse(otherwiseWhy.code()), errorMsg.orElse(otherwiseWhy.message())));
        };
    }

    /** The facts without their times, so that news told twice is the same news. */
    Fingerprint fingerprint(String kind, Cancel.Report report) {
        return Fingerprint.of(List.of(
                kind,
                request.value(),
                number.map(UpstreamCancelNo::value).orElse(""),
                status.name(),
                order.map(OutTradeNo::value).orElse(""),
                report instanceof Cancel.Report.Declined declined
                        ? declined.why().code()
                        : ""));
    }

    private static Status status(Fields data) throws Refusal {
        return switch (data.text("status").strip().toUpperCase(Locale.ROOT)) {
            case "PENDING" -> Status.PENDING;
            case "SUCCESS" -> Status.SUCCESS;
            case "FAILED" -> Status.FAILED;
            default -> throw data.refusal("status", "SUCCESS, FAILED or PENDING");
        };
    }
}
