package io.quittance.http.capture;

import io.quittance.application.journal.Fingerprint;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamCaptureNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.Currency;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The twelve fields of {@code data} as upstream tells them. Only {@code requestId} and {@code status} must be there;
 * the provider's own sample leaves out amount and currency, and empty texts stand for nothing.
 *
 * @param status where upstream says the capture stands
 * @param at when it ended, where that was told
 */
record CaptureReading(
        RequestId request,
        Optional<UpstreamCaptureNo> number,
        Status status,
        Capture.Terms terms,
        Optional<Boolean> last,
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
    static CaptureReading of(Fields data) throws Refusal {
        Status status = status(data);
        Optional<Instant> succeededAt = Lenient.time(data, "succeededTime");
        Optional<Instant> failedAt = Lenient.time(data, "failedTime");
        return new CaptureReading(
                new RequestId(data.id("requestId", RequestId.MAX_CHARACTERS)),
                Lenient.id(data, "captureNo", CaptureId.MAX_CHARACTERS).map(UpstreamCaptureNo::new),
                status,
                new Capture.Terms(
                        Lenient.id(data, "outTradeNo", OutTradeNo.MAX_CHARACTERS)
                                .map(OutTradeNo::new),
                        Lenient.amount(data, "amount"),
                        Lenient.currency(data, "currency")),
                Lenient.said(data, "isFinal") ? data.flagIfAny("isFinal") : Optional.empty(),
                Lenient.time(data, "createdTime"),
                status == Status.FAILED ? failedAt : succeededAt,
                Lenient.words(data, "errorCode"),
                Lenient.words(data, "errorMsg"));
    }

    /**
     * What it means for the capture.
     *
     * @param otherwiseAt the time of its end, where that was not told
     * @param otherwiseWhy why it failed, where the data does not say: the envelope may
     */
    Capture.Report report(Instant otherwiseAt, Failure otherwiseWhy) {
        return switch (status) {
            case PENDING -> new Capture.Report.Processing(terms);
            case SUCCESS -> new Capture.Report.Settled(terms, at.orElse(otherwiseAt));
            case FAILED ->
                new Capture.Report.Declined(
                        terms,
                        at.orElse(otherwiseAt),
                        new Failure(errorCode.orElse(otherwiseWhy.code()), errorMsg.orElse(otherwiseWhy.message())));
        };
    }

    /** The facts without their times, so that news told twice is the same news. */
    Fingerprint fingerprint(String kind, Capture.Report report) {
        return Fingerprint.of(List.of(
                kind,
                request.value(),
                number.map(UpstreamCaptureNo::value).orElse(""),
                status.name(),
                terms.order().map(OutTradeNo::value).orElse(""),
                terms.amount().map(CaptureReading::plain).orElse(""),
                terms.currency().map(Currency::code).orElse(""),
                report instanceof Capture.Report.Declined declined
                        ? declined.why().code()
                        : ""));
    }

    /** An amount by its value, however it was written. */
    static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
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
