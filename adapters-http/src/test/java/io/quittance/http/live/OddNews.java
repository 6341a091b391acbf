package io.quittance.http.live;

import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message with one field after another replaced by what makes no sense there. A field is named by its whole path, as
 * {@code data.payByLinkInfo[0].status}; what stands in a string that holds an object is reached as if it stood there bare.
 */
public final class OddNews {
    /** What no field of any page expects, wherever it is read. */
    public static final Json NONSENSE = new Json.Bool(true);

    /** Wrong types, texts too long, below zero, with an exponent, unknown currencies, empty: some make sense in some fields. */
    public static final List<Json> VALUES = List.of(
            NONSENSE,
            new Json.Null(),
            new Json.Str(""),
            new Json.Str("line\nbreak"),
            new Json.Str("x".repeat(600)),
            new Json.Str("-1.00"),
            new Json.Str("6.25E-5"),
            new Json.Str("CNH"),
            new Json.Str("USDT"),
            new Json.Num("17"),
            new Json.Num("-1"),
            new Json.Num("1e400"),
            new Json.Obj(Map.of("amount", new Json.Bool(false))),
            new Json.Arr(List.of(new Json.Num("1"))));

    private OddNews() {}

    public static Json.Obj read(String text) {
        try {
            return (Json.Obj) JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonFault e) {
            throw new AssertionError(text, e);
        }
    }

    /** All fields, those that hold others too. */
    public static List<String> paths(Json message) {
        List<String> paths = new ArrayList<>();
        walk(message, "", paths);
        return paths;
    }

    private static void walk(Json value, String path, List<String> paths) {
        switch (value) {
            case Json.Obj(var fields) ->
                fields.forEach((name, field) -> {
                    String inner = path.isEmpty() ? name : path + "." + name;
                    paths.add(inner);
                    walk(field, inner, paths);
                });
            case Json.Arr(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    walk(items.get(i), path + "[" + i + "]", paths);
                }
            }
            case Json.Str(var text) -> held(text).ifPresent(object -> walk(object, path, paths));
            case Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private static Optional<Json.Obj> held(String text) {
        return text.startsWith("{") ? Optional.of(read(text)) : Optional.empty();
    }

    /** The same message with something else in one field. */
    public static Json.Obj with(Json.Obj message, String path, Json value) {
        return (Json.Obj) replaced(message, "", path, value);
    }

    private static Json replaced(Json here, String at, String path, Json value) {
        if (at.equals(path)) {
            return value;
        }
        return switch (here) {
            case Json.Obj(var fields) -> {
                Map<String, Json> next = new LinkedHashMap<>();
                fields.forEach((name, field) ->
                        next.put(name, replaced(field, at.isEmpty() ? name : at + "." + name, path, value)));
                yield new Json.Obj(next);
            }
            case Json.Arr(var items) -> {
                List<Json> next = new ArrayList<>();
                for (Json item : items) {
                    next.add(replaced(item, at + "[" + next.size() + "]", path, value));
                }
                yield new Json.Arr(next);
            }
            case Json.Str(var text)
            when path.startsWith(at + ".") && held(text).isPresent() ->
                new Json.Str(JsonWriter.object((Json.Obj) replaced(held(text).get(), at, path, value))
                        .asUtf8());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> here;
        };
    }
}
