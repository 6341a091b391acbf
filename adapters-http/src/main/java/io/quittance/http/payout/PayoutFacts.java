package io.quittance.http.payout;

import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Heard;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.SubStatus;
import io.quittance.domain.payout.Sum;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the wire tells of a payout, in either dialect, in an answer or in a notification.
 *
 * @param number whose number it is depends on who tells: ours to a merchant, upstream's to us
 */
public record PayoutFacts(
        String number,
        OutTradeNo order,
        Money trade,
        Legs legs,
        Particulars particulars,
        Instant createdAt,
        State state) {
    /** The longest {@code responseCode} and {@code responseMsg} that the pages allow. */
    private static final int MAX_CODE = 32;

    private static final int MAX_MESSAGE = 256;

    public PayoutFacts {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(trade, "trade");
        Objects.requireNonNull(legs, "legs");
        Objects.requireNonNull(particulars, "particulars");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(state, "state");
    }

    /** As we tell a merchant: always under our own number, and in an order of times that can be. */
    public static PayoutFacts of(Payout payout) {
        Payout shown = payout.shown();
        return new PayoutFacts(
                shown.id().value(),
                shown.order(),
                shown.trade(),
                shown.legs(),
                shown.particulars(),
                shown.createdAt(),
                shown.state());
    }

    /** Where it stands, as the wire calls it. */
    public String status() {
        return switch (state) {
            case State.Pending _ -> "PENDING";
            case State.Succeeded _ -> "SUCCESS";
            case State.Failed _ -> "FAILED";
            case State.BouncedBack _ -> "BOUNCEBACK";
        };
    }

    Optional<String> subStatus() {
        return state instanceof State.Pending(var heard)
                ? heard.flatMap(Heard::subStatus).map(SubStatus::value)
                : Optional.empty();
    }

    /** When it was paid or failed; only there once it was. */
    Optional<Instant> finishedAt() {
        return switch (state) {
            case State.Pending _ -> Optional.empty();
            case State.Succeeded(var at) -> Optional.of(at);
            case State.Failed(var at, var _, var _) -> Optional.of(at);
            case State.BouncedBack(var paidAt, var _, var _) -> paidAt;
        };
    }

    Optional<Instant> bouncedAt() {
        return state instanceof State.BouncedBack back ? Optional.of(back.at()) : Optional.empty();
    }

    /** Only where money can have come back, although one sample has it with a success: D18. */
    Optional<Instant> fundsReturnedAt() {
        return switch (state) {
            case State.Pending _, State.Succeeded _ -> Optional.empty();
            case State.Failed _, State.BouncedBack _ -> particulars.fundsReturnedAt();
        };
    }

    String responseCode() {
        return failure().map(why -> cut(why.code(), MAX_CODE)).orElse("");
    }

    /** The text of a failure; where there is none, its code. */
    String responseMsg() {
        return failure()
                .map(why -> cut(why.message().isEmpty() ? why.code() : why.message(), MAX_MESSAGE))
                .orElse("");
    }

    private Optional<Failure> failure() {
        return switch (state) {
            case State.Pending _, State.Succeeded _ -> Optional.empty();
            case State.Failed(var _, var why, var _) -> Optional.of(why);
            case State.BouncedBack(var _, var _, var why) -> why;
        };
    }

    Leg source() {
        return side("source", legs.source());
    }

    Leg destination() {
        return side("destination", legs.destination());
    }

    /**
     * A side as it must be told: both dialects require amount and currency of source and destination, so where upstream
     * has not told them the trade's stand there; but not in the place of what it told and we cannot make out.
     */
    private Leg side(String name, Leg told) {
        return said(name).containsKey("amount") ? told : told.or(Leg.of(Sum.of(trade)));
    }

    /** What upstream said of a side that we cannot make out, by the field. */
    Map<String, String> said(String name) {
        Map<String, String> said = new TreeMap<>();
        String prefix = name + ".";
        particulars.asTold().forEach((place, words) -> {
            if (place.startsWith(prefix)) {
                said.put(place.substring(prefix.length()), words);
            }
        });
        return said;
    }

    private static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
