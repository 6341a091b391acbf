package io.quittance.http.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonToken;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Readers that others have written, at their strictest; they share no code with ours, nor with each other. Of a key that comes
 * twice the last counts.
 */
final class OtherReaders {
    private OtherReaders() {}

    /** What Gson reads; empty if it refuses. */
    static Optional<Json> gson(byte[] document) {
        try (var in = new com.google.gson.stream.JsonReader(text(document))) {
            in.setStrictness(Strictness.STRICT);
            Json read = value(in);
            return in.peek() == JsonToken.END_DOCUMENT ? Optional.of(read) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Json value(com.google.gson.stream.JsonReader in) throws IOException {
        return switch (in.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, Json> fields = new LinkedHashMap<>();
                in.beginObject();
                while (in.hasNext()) {
                    fields.put(in.nextName(), value(in));
                }
                in.endObject();
                yield new Json.Obj(fields);
            }
            case BEGIN_ARRAY -> {
                List<Json> items = new ArrayList<>();
                in.beginArray();
                while (in.hasNext()) {
                    items.add(value(in));
                }
                in.endArray();
                yield new Json.Arr(items);
            }
            case STRING -> new Json.Str(in.nextString());
            case NUMBER -> new Json.Num(in.nextString());
            case BOOLEAN -> new Json.Bool(in.nextBoolean());
            case NULL -> {
                in.nextNull();
                yield new Json.Null();
            }
            case NAME, END_OBJECT, END_ARRAY, END_DOCUMENT -> throw new IOException("no value");
        };
    }

    /** What Parsson reads, the reference of Jakarta JSON Processing; empty if it refuses. */
    static Optional<Json> parsson(byte[] document) {
        try (JsonParser in = jakarta.json.Json.createParser(text(document))) {
            Json read = value(in, in.next());
            return in.hasNext() ? Optional.empty() : Optional.of(read);
        } catch (IOException | JsonException | NoSuchElementException _) {
            return Optional.empty();
        }
    }

    private static Json value(JsonParser in, JsonParser.Event event) throws IOException {
        return switch (event) {
            case START_OBJECT -> {
                Map<String, Json> fields = new LinkedHashMap<>();
                while (in.next() == JsonParser.Event.KEY_NAME) {
                    fields.put(in.getString(), value(in, in.next()));
                }
                yield new Json.Obj(fields);
            }
            case START_ARRAY -> {
                List<Json> items = new ArrayList<>();
                for (JsonParser.Event next = in.next(); next != JsonParser.Event.END_ARRAY; next = in.next()) {
                    items.add(value(in, next));
                }
                yield new Json.Arr(items);
            }
            case VALUE_STRING -> new Json.Str(in.getString());
            case VALUE_NUMBER -> new Json.Num(in.getString());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Null();
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new IOException("no value");
        };
    }

    /** Neither of them takes a stand on broken bytes. */
    private static StringReader text(byte[] document) throws CharacterCodingException {
        return new StringReader(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(document))
                .toString());
    }
}
