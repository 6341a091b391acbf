package io.quittance.http.json;

import io.quittance.domain.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Looks for a value in the fields of JSON, at any depth, and in the text of what is none. Names of fields do not count. */
public final class JsonMentions {
    private JsonMentions() {}

    public static boolean in(Bytes body, String value) {
        try {
            return in(JsonReader.read(body.toArray()), value);
        } catch (JsonFault _) {
            String text = new String(body.toArray(), StandardCharsets.UTF_8);
            return text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
        }
    }

    private static boolean in(Json json, String value) {
        return switch (json) {
            case Json.Obj(var fields) -> fields.values().stream().anyMatch(one -> in(one, value));
            case Json.Arr(var items) -> items.stream().anyMatch(one -> in(one, value));
            case Json.Str(var text) -> text.strip().equalsIgnoreCase(value);
            case Json.Num(var text) -> text.equals(value);
            case Json.Bool _, Json.Null _ -> false;
        };
    }
}
