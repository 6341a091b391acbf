package io.quittance.http.payout;

import io.quittance.application.payout.FindPayout;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Upstream's list of a merchant's payouts, with our numbers in place of its own: a merchant that is given two numbers for
 * one payout takes it for two. A payout that we never saw has none.
 */
final class OurNumbers {
    private static final String NUMBER = "tradeNo";

    private final FindPayout findPayout;
    private final Merchant merchant;

    private OurNumbers(FindPayout findPayout, Merchant merchant) {
        this.findPayout = findPayout;
        this.merchant = merchant;
    }

    /** @param answer the whole body of an answer, which is one JSON object */
    static Bytes in(Bytes answer, FindPayout findPayout, Merchant merchant) {
        try {
            Json own = new OurNumbers(findPayout, merchant).renumbered(JsonReader.read(answer.toArray()));
            return own instanceof Json.Obj object ? JsonWriter.object(object) : answer;
        } catch (JsonFault e) {
            throw new IllegalStateException("an answer of our own is no JSON", e);
        }
    }

    private Json renumbered(Json value) {
        return switch (value) {
            case Json.Obj object -> object(object);
            case Json.Arr(var items) ->
                new Json.Arr(items.stream().map(this::renumbered).toList());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
        };
    }

    private Json.Obj object(Json.Obj object) {
        Map<String, Json> fields = new LinkedHashMap<>();
        object.fields().forEach((name, value) -> {
            if (!name.equals(NUMBER)) {
                fields.put(name, renumbered(value));
                return;
            }
            number(object).ifPresent(ours -> fields.put(name, new Json.Str(ours)));
        });
        return new Json.Obj(fields);
    }

    private Optional<String> number(Json.Obj object) {
        return object.field("outTradeNo")
                .filter(Json.Str.class::isInstance)
                .map(order -> ((Json.Str) order).value())
                .filter(order ->
                        ProtocolText.fault(order, OutTradeNo.MAX_CHARACTERS).isEmpty())
                .flatMap(order -> findPayout.find(merchant, new OutTradeNo(order)))
                .map(payout -> payout.id().value());
    }
}
