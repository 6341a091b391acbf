package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the JSON of the management API. Its two ends are of one version, so it is read without much ado. */
final class ManagementJson {
    private ManagementJson() {}

    /** What a caller wants done, which stands in the body; nothing is in it that the API's description does not name. */
    static Json.Obj wish(HttpRequest<byte[]> request) {
        Json.Obj wish = object(request.getBody()
                .filter(body -> body.length > 0)
                .orElseThrow(() -> new Trouble("The body is missing (expected: JSON).")));
        ApiOperation.of(request).checkBody(wish);
        return wish;
    }

    static Json.Obj object(byte[] body) {
        try {
            return asObject(JsonReader.read(body));
        } catch (JsonFault e) {
            throw new Trouble("This is not the JSON of the management API: " + e.getMessage() + ".", e);
        }
    }

    static String text(Json.Obj object, String field) {
        return optional(object, field).orElseThrow(() -> new Trouble("The field " + field + " is missing."));
    }

    static Optional<String> optional(Json.Obj object, String field) {
        return object.field(field)
                .flatMap(value -> value instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty());
    }

    /** As it stands there. */
    static Optional<String> number(Json.Obj object, String field) {
        return object.field(field)
                .flatMap(value -> value instanceof Json.Num(var text) ? Optional.of(text) : Optional.empty());
    }

    static Optional<Boolean> flag(Json.Obj object, String field) {
        return object.field(field)
                .flatMap(value -> value instanceof Json.Bool(var flag) ? Optional.of(flag) : Optional.empty());
    }

    static List<Json.Obj> items(Json.Obj object, String field) {
        return object
                .field(field)
                .map(value -> value instanceof Json.Arr(var items) ? items : List.<Json>of())
                .orElse(List.of())
                .stream()
                .map(ManagementJson::asObject)
                .toList();
    }

    static List<String> texts(Json.Obj object, String field) {
        return object
                .field(field)
                .map(value -> value instanceof Json.Arr(var items) ? items : List.<Json>of())
                .orElse(List.of())
                .stream()
                .flatMap(item -> item instanceof Json.Str(var text) ? Stream.of(text) : Stream.empty())
                .toList();
    }

    /** Texts by their names; none where there is no such object. */
    static Map<String, String> map(Json.Obj object, String field) {
        Map<String, String> all = new LinkedHashMap<>();
        if (object.field(field).orElse(new Json.Null()) instanceof Json.Obj given) {
            given.fields().keySet().forEach(name -> all.put(name, text(given, name)));
        }
        return all;
    }

    static Json.Obj asObject(Json value) {
        if (value instanceof Json.Obj object) {
            return object;
        }
        throw new Trouble("This is not the JSON of the management API: an object is missing.");
    }

    /** 0 where there is none. */
    static long whole(Json.Obj object, String field) {
        return number(object, field).map(Long::valueOf).orElse(0L);
    }
}
