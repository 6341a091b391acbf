package io.quittance.http.payerpage;

import io.quittance.http.simulator.LinkCashier.Method;
import io.quittance.http.simulator.LinkCashier.Outcome;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a payer submitted.
 *
 * @param attempt names the form, so that the same one submitted twice counts once
 */
record Form(String attempt, Method method, Outcome outcome) {
    private static final Pattern ATTEMPT = Pattern.compile("[0-9a-f]{1,64}");

    /** From a body as browsers write it; empty if it is not one of ours. */
    static Optional<Form> read(String body) {
        Map<String, String> fields = fields(body);
        Optional<String> attempt = attempt(fields.getOrDefault("attempt", ""));
        Optional<Method> method = Arrays.stream(Method.values())
                .filter(one -> one.name().equals(fields.get("method")))
                .findFirst();
        Optional<Outcome> outcome = Arrays.stream(Outcome.values())
                .filter(one -> one.name().equals(fields.get("outcome")))
                .findFirst();
        return attempt.isPresent() && method.isPresent() && outcome.isPresent()
                ? Optional.of(new Form(attempt.get(), method.get(), outcome.get()))
                : Optional.empty();
    }

    static Optional<String> attempt(String text) {
        return ATTEMPT.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /** The first of fields with the same name counts. */
    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                decoded(parts[0])
                        .ifPresent(name -> decoded(parts[1]).ifPresent(value -> fields.putIfAbsent(name, value)));
            }
        }
        return fields;
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
