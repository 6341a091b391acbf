package io.quittance.http.capture;

import io.quittance.application.journal.Fingerprint;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamCaptureNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.AmountText;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.http.json.Json;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import io.quittance.http.wire.WireTime;
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
        Optional<Instant> succeededAt = time(data, "succeededTime");
        Optional<Instant> failedAt = time(data, "failedTime");
        return new CaptureReading(
                new RequestId(data.id("requestId", RequestId.MAX_CHARACTERS)),
                id(data, "captureNo", CaptureId.MAX_CHARACTERS).map(UpstreamCaptureNo::new),
                status,
                new Capture.Terms(
                        id(data, "outTradeNo", OutTradeNo.MAX_CHARACTERS).map(OutTradeNo::new),
                        amount(data),
                        currency(data)),
                said(data, "isFinal") ? data.flagIfAny("isFinal") : Optional.empty(),
                time(data, "createdTime"),
                status == Status.FAILED ? failedAt : succeededAt,
                words(data, "errorCode"),
                words(data, "errorMsg"));
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

    private static Optional<BigDecimal> amount(Fields data) throws Refusal {
        if (!said(data, "amount")) {
            return Optional.empty();
        }
        Optional<BigDecimal> amount =
                AmountText.of(data.amount("amount")).map(AmountText::value).filter(Money::fits);
        if (amount.isEmpty()) {
            throw data.refusal(WireCode.AMOUNT_INVALID, "amount", AmountText.EXPECTED);
        }
        return amount;
    }

    private static Optional<Currency> currency(Fields data) throws Refusal {
        if (!said(data, "currency")) {
            return Optional.empty();
        }
        Optional<Currency> currency = Currency.of(data.text("currency"));
        if (currency.isEmpty()) {
            throw data.refusal(WireCode.CURRENCY_INVALID, "currency", "a code of ISO 4217, as USD");
        }
        return currency;
    }

    private static Optional<String> id(Fields data, String name, int max) throws Refusal {
        return said(data, name) ? data.idIfAny(name, max) : Optional.empty();
    }

    static Optional<Instant> time(Fields fields, String name) throws Refusal {
        if (!said(fields, name)) {
            return Optional.empty();
        }
        Optional<Instant> time = fields.value(name).flatMap(WireTime::upstream);
        if (time.isEmpty()) {
            throw fields.refusal(name, WireTime.EXPECTED);
        }
        return time;
    }

    /** A text that explains and does not decide; one official list has codes that are numbers. */
    static Optional<String> words(Fields fields, String name) throws Refusal {
        if (!said(fields, name)) {
            return Optional.empty();
        }
        return fields.value(name).orElseThrow() instanceof Json.Num(var number)
                ? Optional.of(number)
                : fields.textIfAny(name);
    }

    /** Whether anything stands in a field; absent, null and empty texts all say nothing: B9. */
    static boolean said(Fields fields, String name) {
        return fields.value(name)
                .filter(value -> !(value instanceof Json.Str(var text) && text.isBlank()))
                .isPresent();
    }
}
