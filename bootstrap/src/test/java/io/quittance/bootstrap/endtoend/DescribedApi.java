package io.quittance.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/**
 * A client that knows of the management API only what its description says, and holds what it sends and what comes back
 * against it, by a validator that is not ours.
 */
final class DescribedApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "urn:quittance:api";

    private final URI service;
    private final String token;
    private final JsonNode description;
    private final SchemaRegistry schemas;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> asked = new TreeSet<>();

    /** One thing that it offers. */
    record Offer(String id, String method, String path, JsonNode described) {
        List<String> needed() {
            List<String> names = new ArrayList<>();
            described.path("parameters").forEach(one -> {
                if (one.path("required").asBoolean()) {
                    names.add(one.path("name").asText());
                }
            });
            return names;
        }

        Optional<String> body() {
            return schema(described.path("requestBody"));
        }

        String answer(int status) {
            JsonNode answer = described.path("responses").path(Integer.toString(status));
            return schema(answer).orElseThrow(() -> new AssertionError(id + " is not described to answer " + status));
        }

        private static Optional<String> schema(JsonNode holder) {
            JsonNode named = holder.at("/content/application~1json/schema/$ref");
            return named.isMissingNode() ? Optional.empty() : Optional.of(named.asText());
        }
    }

    DescribedApi(URI service, String token) throws IOException {
        this.service = service;
        this.token = token;
        String text = send("GET", "/api/openapi.yaml", "", true).body();
        this.description = JSON.valueToTree(new Yaml().load(text));
        String forms = JSON.writeValueAsString(description.at("/components/schemas"));
        Map<String, String> known = Map.of(PLACE, "{\"$defs\":" + plain(forms) + "}");
        this.schemas = SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(),
                all -> all.schemas(known)
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** Where JSON Schema has what OpenAPI has among its components. */
    private static String plain(String schema) {
        return schema.replace("#/components/schemas/", "#/$defs/");
    }

    List<Offer> offers() {
        List<Offer> all = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> all.add(new Offer(
                                method.getValue().path("operationId").asText(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return all;
    }

    Offer offer(String id) {
        return offers().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not described"));
    }

    /** Which were asked for and answered as described. */
    Set<String> asked() {
        return asked;
    }

    /** Asks for something that goes well. */
    JsonNode ask(String id, Map<String, String> query) {
        return ask(id, query, "");
    }

    JsonNode ask(String id, Map<String, String> query, String body) {
        Offer offer = offer(id);
        offer.body().ifPresent(schema -> holds("what is sent to " + id, schema, body));
        for (String name : query.keySet()) {
            assertEquals(
                    true,
                    offer.described()
                            .path("parameters")
                            .findValuesAsText("name")
                            .contains(name),
                    id + " is not described to take " + name);
        }
        HttpResponse<String> answer = send(offer.method(), address(offer.path(), query), body, true);
        assertEquals(200, answer.statusCode(), id + ": " + answer.body());
        holds(id, offer.answer(200), answer.body());
        asked.add(id);
        return json(answer.body());
    }

    /** Asks for something that is refused. @return the sentence */
    String refused(Offer offer, Map<String, String> query, String body) {
        HttpResponse<String> answer = send(offer.method(), address(offer.path(), query), body, true);
        assertEquals(400, answer.statusCode(), offer.id() + ": " + answer.body());
        holds(offer.id(), "#/components/schemas/Error", answer.body());
        return json(answer.body()).path("error").asText();
    }

    /** Asks without the token. */
    HttpResponse<String> stranger(Offer offer) {
        HttpResponse<String> answer = send(offer.method(), offer.path(), "{}", false);
        holds(offer.id(), "#/components/schemas/Error", answer.body());
        return answer;
    }

    /** A body with these fields, a person and a reason. */
    static String byPerson(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("person", "Ada");
        all.put("reason", "case 4711");
        return all.entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\":\"" + one.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String address(String path, Map<String, String> query) {
        return query.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private HttpResponse<String> send(String method, String address, String body, boolean known) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(address)).method(method, BodyPublishers.ofString(body));
        if (known) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void holds(String what, String schema, String json) {
        List<Error> errors =
                schemas.getSchema(SchemaLocation.of(PLACE + plain(schema))).validate(json(json));
        assertEquals(List.of(), errors, what + ": " + json);
    }

    private static JsonNode json(String text) {
        return TestMerchant.json(text.getBytes(UTF_8));
    }

    @Override
    public void close() {
        http.close();
    }
}
