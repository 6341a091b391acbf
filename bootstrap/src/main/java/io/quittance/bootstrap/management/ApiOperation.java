package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * What one operation of the API takes, by the API's own description. Nothing else is taken: a word that is ignored does
 * something else than was meant, and nobody hears of it.
 */
final class ApiOperation {
    private static final String HERE = "#/";

    private final Map<?, ?> described;

    private ApiOperation(Map<?, ?> described) {
        this.described = described;
    }

    /** Read when first asked for, as no start needs to wait for it. */
    private static final class Description {
        static final Map<?, ?> READ =
                object(new Yaml().<Object>load(new String(ApiDescription.text(), StandardCharsets.UTF_8)));
    }

    static ApiOperation of(HttpRequest<?> request) {
        return of(request.getMethodName(), request.getPath());
    }

    static ApiOperation of(String method, String path) {
        String place = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String verb = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        return new ApiOperation(in(Description.READ, "paths", place, verb));
    }

    /** @throws Trouble naming what it does not know */
    void checkQuery(Set<String> names) {
        List<String> known = parameters();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new Trouble("In the address " + ProtocolText.excerpt(name) + " is not known here (expected: "
                        + listed(known) + ").");
            }
        }
    }

    private List<String> parameters() {
        return described.get("parameters") instanceof List<?> all
                ? all.stream()
                        .map(one -> resolved(object(one)).get("name").toString())
                        .toList()
                : List.of();
    }

    boolean takesBody() {
        return described.containsKey("requestBody");
    }

    /** @throws Trouble naming the first field that it does not know, or that is of another type; null is as left out */
    void checkBody(Json.Obj body) {
        checkFields("", in(described, "requestBody", "content", "application/json", "schema"), body);
    }

    private static void checkFields(String within, Map<?, ?> form, Json.Obj object) {
        Map<?, ?> schema = resolved(form);
        Map<?, ?> known = in(schema, "properties");
        object.fields().forEach((name, value) -> {
            if (known.containsKey(name)) {
                checkField(within + name, object(known.get(name)), value);
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> any) {
                checkField(within + name, any, value);
            } else {
                throw new Trouble("The field " + ProtocolText.excerpt(within + name) + " is not known here (expected: "
                        + listed(known.keySet().stream()
                                .map(field -> within + field)
                                .toList()) + ").");
            }
        });
    }

    private static void checkField(String name, Map<?, ?> form, Json value) {
        Map<?, ?> schema = resolved(form);
        if (value instanceof Json.Null) {
            return;
        }
        List<String> types = types(schema);
        if (!types.isEmpty() && !types.contains(type(value))) {
            throw new Trouble("The field " + ProtocolText.excerpt(name) + " is " + word(type(value)) + " (expected: "
                    + word(types.getFirst()) + ").");
        }
        if (value instanceof Json.Obj object) {
            checkFields(name + ".", schema, object);
        }
        if (value instanceof Json.Arr(var items)) {
            items.forEach(item -> checkField(name, in(schema, "items"), item));
        }
    }

    private static String type(Json value) {
        return switch (value) {
            case Json.Str _ -> "string";
            case Json.Num _ -> "number";
            case Json.Bool _ -> "boolean";
            case Json.Obj _ -> "object";
            case Json.Arr _ -> "array";
            case Json.Null _ -> "null";
        };
    }

    /** As persons call a type. */
    private static String word(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "boolean" -> "true or false";
            case "object" -> "an object";
            case "array" -> "a list";
            default -> "a number";
        };
    }

    /** None where the page says none: then it may be any. */
    private static List<String> types(Map<?, ?> schema) {
        Stream<?> named = schema.get("type") instanceof List<?> several
                ? several.stream()
                : Stream.ofNullable(schema.get("type"));
        return named.map(type -> type.equals("integer") ? "number" : type.toString())
                .toList();
    }

    /** What stands elsewhere in the page is named by its place there. */
    private static Map<?, ?> resolved(Map<?, ?> form) {
        return form.get("$ref") instanceof String place
                ? in(Description.READ, place.substring(HERE.length()).split("/"))
                : form;
    }

    private static String listed(List<String> known) {
        return known.isEmpty() ? "nothing" : String.join(", ", known);
    }

    private static Map<?, ?> in(Map<?, ?> map, String... path) {
        Map<?, ?> found = map;
        for (String step : path) {
            found = object(found.get(step));
        }
        return found;
    }

    private static Map<?, ?> object(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
