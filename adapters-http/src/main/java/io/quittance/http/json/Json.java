package io.quittance.http.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One JSON value as it was written. No number is ever made of a number here: its text may name a gigantic one. */
public sealed interface Json {

    /** The fields in the order in which they came. */
    record Obj(Map<String, Json> fields) implements Json {
        public Obj {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** The field of that name, {@code null} among its values included; empty if there is none. */
        public Optional<Json> field(String name) {
            return Optional.ofNullable(fields.get(name));
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Str(String value) implements Json {
        public Str {
            Objects.requireNonNull(value, "value");
        }
    }

    /** @param text as it stands in the document, exponent and all */
    record Num(String text) implements Json {
        public Num {
            Objects.requireNonNull(text, "text");
        }
    }

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}
}
