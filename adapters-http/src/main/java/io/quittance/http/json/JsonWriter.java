package io.quittance.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.quittance.domain.text.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes one JSON object, minified, in UTF-8, its fields in the order of the calls. Rendered once, these are the bytes
 * that are signed and sent.
 *
 * <pre>JsonWriter.object(o -> o.text("code", "SUCCESS").object("data", d -> d.nul("errorCode")))</pre>
 */
public final class JsonWriter {
    /** Characters beyond the first plane are written as they are, like all others. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final JsonGenerator out;

    private JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    /** Writes values where something may fail that cannot fail in memory. */
    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    public static Bytes object(Consumer<JsonWriter> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            fields.accept(new JsonWriter(out));
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.of(bytes.toByteArray());
    }

    /** A text as JSON writes it, quotation marks included. */
    public static String text(String value) {
        return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)) + "\"";
    }

    public JsonWriter text(String name, String value) {
        return write(() -> out.writeStringField(name, value));
    }

    /** The text, or {@code null} where there is none. */
    public JsonWriter text(String name, Optional<String> value) {
        return value.isPresent() ? text(name, value.get()) : nul(name);
    }

    public JsonWriter nul(String name) {
        return write(() -> out.writeNullField(name));
    }

    public JsonWriter bool(String name, boolean value) {
        return write(() -> out.writeBooleanField(name, value));
    }

    /** @param text a number as JSON writes it, as {@code 100.50}; it is written as it is */
    public JsonWriter number(String name, String text) {
        return write(() -> {
            out.writeFieldName(name);
            out.writeNumber(text);
        });
    }

    /** A value as it was read, numbers to the letter. */
    public JsonWriter value(String name, Json value) {
        return write(() -> {
            out.writeFieldName(name);
            write(value);
        });
    }

    /** All fields of an object as they were read. */
    public JsonWriter fields(Json.Obj object) {
        object.fields().forEach(this::value);
        return this;
    }

    /** Recursion is safe: what was read is nested no deeper than {@link JsonReader#MAX_DEPTH}. */
    private void write(Json value) throws IOException {
        switch (value) {
            case Json.Str(var text) -> out.writeString(text);
            case Json.Num(var text) -> out.writeNumber(text);
            case Json.Bool(var flag) -> out.writeBoolean(flag);
            case Json.Null _ -> out.writeNull();
            case Json.Obj object -> {
                out.writeStartObject();
                fields(object);
                out.writeEndObject();
            }
            case Json.Arr(var items) -> {
                out.writeStartArray();
                for (Json item : items) {
                    write(item);
                }
                out.writeEndArray();
            }
        }
    }

    public JsonWriter object(String name, Consumer<JsonWriter> fields) {
        return write(() -> {
            out.writeObjectFieldStart(name);
            fields.accept(this);
            out.writeEndObject();
        });
    }

    /** An array of objects, one for each item. */
    public <T> JsonWriter array(String name, Iterable<T> items, BiConsumer<JsonWriter, T> fields) {
        return write(() -> {
            out.writeArrayFieldStart(name);
            for (T item : items) {
                out.writeStartObject();
                fields.accept(this, item);
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }

    /** An array of texts. */
    public JsonWriter texts(String name, Iterable<String> items) {
        return write(() -> {
            out.writeArrayFieldStart(name);
            for (String item : items) {
                out.writeString(item);
            }
            out.writeEndArray();
        });
    }

    /** @param json one JSON value as it was read, or rendered; it is written as it is */
    public JsonWriter raw(String name, String json) {
        return write(() -> {
            out.writeFieldName(name);
            out.writeRawValue(json);
        });
    }

    /** A whole object, minified, its fields in their order. */
    public static Bytes object(Json.Obj object) {
        return object(o -> o.fields(object));
    }

    private JsonWriter write(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
