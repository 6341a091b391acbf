package io.quittance.http.payout;

import io.quittance.domain.money.AmountText;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** What we ask of upstream with {@code paymentOrderPay}: the merchant's own words. */
public final class UpstreamRequest {
    private UpstreamRequest() {}

    /** The {@code data} of a request that was kept. @throws IllegalStateException if it was none */
    public static Json.Obj kept(Bytes raw) {
        try {
            if (JsonReader.read(raw.toArray()) instanceof Json.Obj message
                    && message.field("data").orElse(null) instanceof Json.Obj data) {
                return data;
            }
        } catch (JsonFault e) {
            throw new IllegalStateException("a payout's request cannot be read any more", e);
        }
        throw new IllegalStateException("a payout's request has no data");
    }

    /** The page has the amount as a string; we take a number as well. */
    private static Json strict(Json trade) {
        if (!(trade instanceof Json.Obj object) || !(object.fields().get("amount") instanceof Json.Num(var number))) {
            return trade;
        }
        Map<String, Json> fields = new LinkedHashMap<>(object.fields());
        fields.put("amount", new Json.Str(AmountText.ofNumber(number)));
        return new Json.Obj(fields);
    }

    /** Word for word, what we do not know as well; but results are told to us. */
    public static void write(JsonWriter data, Json.Obj kept, URI notifyUrl) {
        kept.fields().forEach((name, value) -> {
            if (!name.equals("notifyUrl")) {
                data.value(name, name.equals("trade") ? strict(value) : value);
            }
        });
        data.text("notifyUrl", notifyUrl.toString());
    }
}
