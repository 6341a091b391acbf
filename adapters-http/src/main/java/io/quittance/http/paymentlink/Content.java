package io.quittance.http.paymentlink;

import io.quittance.application.journal.Fingerprint;
import io.quittance.http.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes two requests for a link the same: every field of {@code data}, those that we do not understand included,
 * whatever their order; the amount by its value and the validity with its default.
 */
final class Content {
    private Content() {}

    static Fingerprint of(String kind, Json.Obj data, BigDecimal amount, long validitySeconds) {
        Map<String, Json> all = new TreeMap<>(data.fields());
        all.put("totalAmount", new Json.Num(amount.stripTrailingZeros().toPlainString()));
        all.put("expiresTime", new Json.Num(Long.toString(validitySeconds)));
        List<String> facts = new ArrayList<>();
        facts.add(kind);
        add(facts, new Json.Obj(all));
        return Fingerprint.of(facts);
    }

    /** Each value begins with its kind and, where it holds others, with their number, so that no two read alike. */
    private static void add(List<String> facts, Json value) {
        switch (value) {
            case Json.Str(var text) -> facts.add("text " + text);
            case Json.Num(var text) -> facts.add("number " + text);
            case Json.Bool(var flag) -> facts.add("flag " + flag);
            case Json.Null _ -> facts.add("null");
            case Json.Arr(var items) -> {
                facts.add("array " + items.size());
                items.forEach(item -> add(facts, item));
            }
            case Json.Obj(var fields) -> {
                facts.add("object " + fields.size());
                new TreeMap<>(fields).forEach((name, field) -> {
                    facts.add(name);
                    add(facts, field);
                });
            }
        }
    }
}
