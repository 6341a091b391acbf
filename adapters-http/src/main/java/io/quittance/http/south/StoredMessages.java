package io.quittance.http.south;

import io.quittance.application.replay.Rereading;
import io.quittance.application.replay.Rereading.NotUnderstood;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.wire.Refusal;
import java.time.Instant;

/** Reads what was taken in before, by the reader that takes it in today. Nothing is verified again: it was, when it came. */
public final class StoredMessages {
    private static final String KEY = "verified when it came";

    private StoredMessages() {}

    /** As the pages' notifications are read. @param <T> what one tells */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Json.Obj message, Bytes raw, String keyId, Instant now) throws Refusal;
    }

    public static <T> Rereading<T> by(Reader<T> reader) {
        return (raw, at) -> {
            try {
                if (JsonReader.read(raw.toArray()) instanceof Json.Obj message) {
                    return reader.read(message, raw, KEY, at);
                }
                throw new NotUnderstood("no JSON object");
            } catch (JsonFault fault) {
                throw new NotUnderstood(fault.getMessage());
            } catch (Refusal refusal) {
                throw new NotUnderstood(refusal.field() + " (expected: " + refusal.expected() + ")");
            }
        };
    }
}
