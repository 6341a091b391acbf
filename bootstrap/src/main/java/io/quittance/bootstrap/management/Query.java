package io.quittance.bootstrap.management;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.ProtocolText;
import java.util.Optional;

/**
 * What a caller of the management API asks for in the address. Of what is asked for twice the first counts.
 * What is missing or no number is a {@link Trouble} that names it.
 */
record Query(HttpParameters asked) {
    static Query of(HttpRequest<?> request) {
        return new Query(request.getParameters());
    }

    Optional<String> optional(String name) {
        return asked.getFirst(name);
    }

    String text(String name) {
        return optional(name)
                .orElseThrow(
                        () -> new Trouble("In the address " + name + " is missing (expected: ?" + name + "=...)."));
    }

    /** False where it is left out. */
    boolean flag(String name) {
        return optional(name)
                .filter(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw new Trouble(name + " is " + ProtocolText.excerpt(text) + " (expected: true or false).");
                })
                .isPresent();
    }

    Optional<Long> whole(String name) {
        return optional(name).map(text -> whole(name, text));
    }

    /** @param usual how many where nobody says */
    int limit(int usual) {
        return whole("limit").map(Query::bounded).orElse(usual);
    }

    /** What is beyond an int is beyond every bound on such numbers, so that each refuses it in its own words. */
    static int bounded(long number) {
        return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static long whole(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Trouble(name + " is " + ProtocolText.excerpt(text) + " (expected: a whole number).", e);
        }
    }
}
