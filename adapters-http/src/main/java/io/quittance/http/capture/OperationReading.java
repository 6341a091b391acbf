package io.quittance.http.capture;

import io.quittance.application.journal.Fingerprint;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.Currency;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Oddities;
import io.quittance.http.wire.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields of {@code data} as upstream tells them. Only {@code requestId} and {@code status} must be there; the
 * provider's own sample leaves out amount and currency, and empty texts stand for nothing. These four decide; whatever else
 * makes no sense is left out and noted.
 *
 * @param status where upstream says the operation stands
 * @param last {@code isFinal} of a capture, where that was told
 * @param at when it ended, where that was told
 */
record OperationReading(
        RequestId request,
        Status status,
        Terms terms,
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

    /** @throws Refusal if a field that decides is there and makes no sense */
    static OperationReading of(OperationPage page, Fields data, Oddities odd) throws Refusal {
        Status status = status(data);
        Optional<Instant> succeededAt = odd.side(() -> Lenient.time(data, "succeededTime"));
        Optional<Instant> failedAt = odd.side(() -> Lenient.time(data, "failedTime"));
        return new OperationReading(
                new RequestId(data.id("requestId", RequestId.MAX_CHARACTERS)),
                status,
                terms(page, data, odd),
                page == OperationPage.CAPTURE ? odd.side(() -> last(data)) : Optional.empty(),
                odd.side(() -> Lenient.time(data, "createdTime")),
                status == Status.FAILED ? failedAt : succeededAt,
                odd.side(() -> Lenient.words(data, "errorCode")),
                odd.side(() -> Lenient.words(data, "errorMsg")));
    }

    private static Optional<Boolean> last(Fields data) throws Refusal {
        return Lenient.said(data, "isFinal") ? data.flagIfAny("isFinal") : Optional.empty();
    }

    private static Terms terms(OperationPage page, Fields data, Oddities odd) throws Refusal {
        Optional<UpstreamNo> number = odd.side(() -> Lenient.number(data, page.number(), UpstreamNo.MAX_CHARACTERS))
                .map(UpstreamNo::new);
        Optional<OutTradeNo> order = odd.side(() -> Lenient.id(data, "outTradeNo", OutTradeNo.MAX_CHARACTERS))
                .map(OutTradeNo::new);
        return switch (page) {
            case CAPTURE ->
                new Terms(number, order, Lenient.amount(data, "amount"), Lenient.currency(data, "currency"));
            case CANCEL -> new Terms(number, order, Optional.empty(), Optional.empty());
        };
    }

    /**
     * What it means for the operation.
     *
     * @param otherwiseAt the time of its end, where that was not told
     * @param otherwiseWhy why it failed, where the data does not say: the envelope may
     */
    Report report(Instant otherwiseAt, Failure otherwiseWhy) {
        return switch (status) {
            case PENDING -> new Report.Processing(terms);
            case SUCCESS -> new Report.Settled(terms, at.orElse(otherwiseAt));
            case FAILED ->
                new Report.Declined(
                        terms,
                        at.orElse(otherwiseAt),
                        new Failure(errorCode.orElse(otherwiseWhy.code()), errorMsg.orElse(otherwiseWhy.message())));
        };
    }

    /** The facts without their times, so that news told twice is the same news. */
    Fingerprint fingerprint(OperationPage page, Report report) {
        return Fingerprint.of(List.of(
                page.api() + " notification",
                request.value(),
                terms.number().map(UpstreamNo::value).orElse(""),
                status.name(),
                terms.order().map(OutTradeNo::key).orElse(""),
                terms.amount().map(Lenient::plain).orElse(""),
                terms.currency().map(Currency::code).orElse(""),
                report instanceof Report.Declined declined ? declined.why().code() : ""));
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
