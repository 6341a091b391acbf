package io.quittance.http.outbound;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What goes with a message besides its body, and comes back with an answer: a signature, or what an acquirer wants or says
 * besides. Names are the same whatever their case. Never printed, as a header may be as good as a key.
 */
public final class Headers {
    public static final Headers NONE = new Headers(Map.of());

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]*");

    /** What a post says by itself; a second one would tell the other side something else about the message. */
    private static final Set<String> NOT_TO_SEND = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    /** By their names in lower case. */
    private final SortedMap<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        this.values = values.entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> List.copyOf(header.getValue()),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList(),
                        TreeMap::new));
    }

    /** The signature of PayerMax's protocol. */
    public static Headers sign(String sign) {
        return NONE.with("sign", sign);
    }

    /** As an answer has them. */
    static Headers received(Map<String, List<String>> values) {
        return new Headers(values);
    }

    /**
     * The same and one more to be sent, in place of any of that name.
     *
     * @throws IllegalArgumentException if it cannot be a header, as a name with a blank or a value of more than one line; or
     *     if a post has its own, as the content type
     */
    public Headers with(String name, String value) {
        if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("a header " + name.length() + " and " + value.length()
                    + " characters long (expected: a name of letters,"
                    + " digits and hyphens, a value of visible ASCII and blanks)");
        }
        String known = name.toLowerCase(Locale.ROOT);
        if (NOT_TO_SEND.contains(known)) {
            throw new IllegalArgumentException("header " + known + " (expected: none that a post says by itself)");
        }
        Map<String, List<String>> more = new TreeMap<>(values);
        more.put(known, List.of(value));
        return new Headers(more);
    }

    /** The value of that name; empty if there is none, or more than one. */
    public Optional<String> only(String name) {
        List<String> all = values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    Map<String, List<String>> all() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Headers same && values.equals(same.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Headers" + values.keySet();
    }
}
