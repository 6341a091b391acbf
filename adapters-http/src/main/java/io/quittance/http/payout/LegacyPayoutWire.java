package io.quittance.http.payout;

import io.quittance.application.payout.SettlePayout;
import io.quittance.domain.money.Currency;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.Statement;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.payout.PayoutReading.Status;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Oddities;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import io.quittance.http.wire.WireTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The flat callback of PayerMax's page "Payment result asynchronous callback notification", read and written, up to its
 * version 4.0. Its {@code source} is what the other dialect calls trade, and its {@code debit} is the other's source: D3.
 */
public final class LegacyPayoutWire {
    /** The page's own acknowledgement. */
    public static final Bytes ACKNOWLEDGEMENT =
            JsonWriter.object(o -> o.text("bizCode", "0000").text("message", "success"));

    /** The longest string that holds an object. */
    private static final int MAX_INNER = 512;

    /** The longest {@code message} of an answer. */
    private static final int MAX_MESSAGE = 32;

    private LegacyPayoutWire() {}

    /** What goes back when it is not acknowledged; the page names no codes, these are of PayerMax's other samples: D14. */
    public static Bytes refused(WireCode code, String msg) {
        if (code == WireCode.SYSTEM_ERROR) {
            return answer("9999", msg);
        }
        return answer("9998", code == WireCode.SIGN_VERIFY_FAILED ? "sign is invalid" : "data is invalid");
    }

    private static Bytes answer(String bizCode, String message) {
        String cut = message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE);
        return JsonWriter.object(o -> o.text("bizCode", bizCode).text("message", cut));
    }

    /** The order that a message is about, before anybody believes it; empty if it does not say. */
    public static Optional<OutTradeNo> order(Json.Obj message) {
        try {
            return Optional.of(new OutTradeNo(Fields.of(message).id("orderId", OutTradeNo.MAX_CHARACTERS)));
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    /** What upstream calls it, before anybody believes it; empty if it does not say. */
    public static Optional<UpstreamTradeNo> number(Json.Obj message) {
        try {
            return Lenient.number(Fields.of(message), "tradeNo", UpstreamTradeNo.MAX_CHARACTERS)
                    .map(UpstreamTradeNo::new);
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    /**
     * Takes in what upstream says.
     *
     * @param raw the whole message as it came
     * @param keyId of the key that verified it
     * @param now when a payout ended of which it says only that it ended
     * @throws Refusal if it says nothing that we understand
     */
    public static SettlePayout.Told read(Json.Obj message, Bytes raw, String keyId, Instant now) throws Refusal {
        return PayoutWire.Notification.told(reading(Fields.of(message)), now, raw, keyId);
    }

    private static PayoutReading reading(Fields message) throws Refusal {
        OutTradeNo order = new OutTradeNo(message.id("orderId", OutTradeNo.MAX_CHARACTERS));
        Status status = status(message);
        Oddities odd = new Oddities();
        Sides sides = new Sides(odd);
        Legs legs = new Legs(
                sides.trade(inner(message, "source")),
                sides.side("source", () -> inner(message, "debit")),
                sides.side("destination", () -> inner(message, "destination")));
        Optional<Fields> identifier = odd.side(() -> inner(message, "additionalIdentifier"));
        Particulars particulars = new Particulars(
                odd.side(() -> PayoutReading.text(message, "passBackParams", PayoutWire.Notification.MAX_REFERENCE)),
                Optional.empty(),
                Optional.empty(),
                odd.side(() -> PayoutReading.text(message, "redeemCode", PayoutWire.Notification.MAX_REDEEM_CODE)),
                identifier.flatMap(given ->
                        odd.side(() -> PayoutReading.text(given, "referenceId", PayoutWire.Notification.MAX_RECEIPT))),
                odd.side(() -> Lenient.time(message, "fundsFreezeTime")),
                odd.side(() -> Lenient.time(message, "fundsReturnTime")),
                odd.side(() -> Lenient.time(message, "expiryTime")),
                sides.asTold());
        return PayoutReading.of(order, status, message, new Statement(legs, particulars), odd);
    }

    /** A string that holds one JSON object; its fields are named behind its own name. */
    private static Optional<Fields> inner(Fields message, String name) throws Refusal {
        if (!Lenient.said(message, name)) {
            return Optional.empty();
        }
        String text = message.text(name);
        if (text.codePointCount(0, text.length()) > MAX_INNER) {
            throw message.refusal(name, "at most " + MAX_INNER + " characters");
        }
        try {
            if (JsonReader.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Json.Obj object) {
                return Optional.of(Fields.of(object, name));
            }
        } catch (JsonFault _) {
            throw message.refusal(name, "a string that holds a JSON object");
        }
        throw message.refusal(name, "a string that holds a JSON object");
    }

    private static Status status(Fields message) throws Refusal {
        String number = switch (message.value("status").orElse(new Json.Null())) {
            case Json.Num(var text) -> text;
            case Json.Str(var text) -> text.strip();
            case Json.Null _, Json.Bool _, Json.Obj _, Json.Arr _ -> "";
        };
        return switch (number) {
            case "1" -> Status.SUCCESS;
            case "2" -> Status.FAILED;
            case "3" -> Status.PENDING;
            case "4" -> Status.BOUNCEBACK;
            default -> throw message.refusal("status", "1 success, 2 failure, 3 pending or 4 bounceback");
        };
    }

    /** Times are numbers of milliseconds, but for the two of the funds: B8. Code and text are always there: D5. */
    public static Bytes write(PayoutFacts facts) {
        Particulars told = facts.particulars();
        Currency currency = facts.trade().currency();
        return JsonWriter.object(o -> {
            o.text("orderId", facts.order().value())
                    .text("tradeNo", facts.number())
                    .number(
                            "transactionUtcTime",
                            Long.toString(facts.createdAt().toEpochMilli()));
            millis(o, "expiryTime", told.expiresAt());
            told.redeemCode().ifPresent(code -> o.text("redeemCode", code));
            millis(o, "payFinishTime", facts.finishedAt());
            millis(o, "bounceBackTime", facts.bouncedAt());
            o.number("status", number(facts));
            facts.subStatus().ifPresent(sub -> o.text("subStatus", sub));
            o.text("destination", inner(facts.destination(), facts.said("destination"), currency))
                    .text("source", inner(PayoutWire.trade(facts), Map.of(), currency))
                    .text("debit", inner(facts.source(), facts.said("source"), currency));
            told.reference().ifPresent(reference -> o.text("passBackParams", reference));
            o.text("responseCode", facts.responseCode()).text("responseMsg", facts.responseMsg());
            told.fundsFrozenAt().ifPresent(at -> o.text("fundsFreezeTime", WireTime.seconds(at)));
            facts.fundsReturnedAt().ifPresent(at -> o.text("fundsReturnTime", WireTime.seconds(at)));
            told.receipt()
                    .ifPresent(receipt -> o.text(
                            "additionalIdentifier",
                            JsonWriter.object(i -> i.text("referenceId", receipt))
                                    .asUtf8()));
        });
    }

    private static String inner(Leg side, Map<String, String> said, Currency otherwise) {
        return JsonWriter.object(o -> LegText.write(o, side, said, otherwise)).asUtf8();
    }

    private static void millis(JsonWriter out, String name, Optional<Instant> time) {
        time.ifPresent(at -> out.number(name, Long.toString(at.toEpochMilli())));
    }

    private static String number(PayoutFacts facts) {
        return switch (facts.state()) {
            case State.Succeeded _ -> "1";
            case State.Failed _ -> "2";
            case State.Pending _ -> "3";
            case State.BouncedBack _ -> "4";
        };
    }
}
