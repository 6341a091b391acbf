package io.quittance.persistence.database;

import io.quittance.domain.lifecycle.Failure;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Columns of a table, each beside what an order has in it, so that nobody counts them or keeps two lists in one order. */
public record Columns<A>(List<String> names, Function<A, List<?>> values) {
    public Columns {
        names = List.copyOf(names);
    }

    /** @param value what is bound: see {@link Sql} */
    public static <A> Columns<A> of(String name, Function<A, ?> value) {
        return new Columns<>(List.of(name), order -> List.of(value.apply(order)));
    }

    /** An encrypted body, and the key that it was encrypted with, in the two columns that begin with that name. */
    public static <A> Columns<A> sealed(String name, Function<A, Optional<Sealed>> body) {
        return sealed(name + "_body", name + "_key", body);
    }

    public static <A> Columns<A> sealed(String content, String key, Function<A, Optional<Sealed>> body) {
        return new Columns<>(List.of(content, key), order -> {
            Optional<Sealed> sealed = body.apply(order);
            return List.of(sealed.map(Sealed::content), sealed.map(Sealed::keyId));
        });
    }

    /** Why an order failed, in the two columns that every table names alike. */
    public static <A> Columns<A> failure(Function<A, Optional<Failure>> why) {
        return new Columns<>(List.of("failure_code", "failure_message"), order -> {
            Optional<Failure> failure = why.apply(order);
            return List.of(failure.map(Failure::code), failure.map(Failure::message));
        });
    }

    /** All of them, one behind the other. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <A> Columns<A> of(Columns<A>... parts) {
        List<Columns<A>> all = List.of(parts);
        return new Columns<>(
                all.stream().flatMap(part -> part.names.stream()).toList(),
                order -> all.stream().flatMap(part -> part.stream(order)).toList());
    }

    private Stream<?> stream(A order) {
        List<?> given = values.apply(order);
        if (given.size() != names.size()) {
            throw new IllegalStateException("the columns " + names + " got " + given.size() + " values");
        }
        return given.stream();
    }

    /** {@code a, b}. */
    public String listed() {
        return String.join(", ", names);
    }

    /** {@code ?, ?}. */
    public String marks() {
        return String.join(", ", Collections.nCopies(names.size(), "?"));
    }

    /** {@code a = ?, b = ?}. */
    public String assigned() {
        return String.join(" = ?, ", names) + " = ?";
    }

    /** What is bound to {@link #marks} or to {@link #assigned}, and then the rest. */
    public Object[] bound(A order, Object... rest) {
        return Stream.concat(stream(order), Arrays.stream(rest)).toArray();
    }
}
