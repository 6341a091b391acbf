package io.quittance.http.wire;

import io.quittance.http.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields that the page of an API has, inner objects included. PayerMax adds fields, so one that we do not know is no
 * fault; but one that differs from a known one by a single slip was meant to be it, and left out it changes what is done:
 * {@code finalCapure: false} made a final capture.
 */
public final class KnownFields {
    private final Map<String, KnownFields> fields = new LinkedHashMap<>();

    private KnownFields() {}

    /** @param paths as {@code trade.amount}; what stands in an array has the path of the array before it */
    public static KnownFields of(String... paths) {
        return of(List.of(paths));
    }

    public static KnownFields of(Collection<String> paths) {
        KnownFields known = new KnownFields();
        for (String path : paths) {
            KnownFields at = known;
            for (String name : path.split("\\.")) {
                at = at.fields.computeIfAbsent(name, _ -> new KnownFields());
            }
        }
        return known;
    }

    /** The names without what stands in them. */
    public Set<String> names() {
        return Set.copyOf(fields.keySet());
    }

    /**
     * @param others names that the pages of other APIs have: with one of them the request was meant for another API
     * @throws Refusal naming the first field that is misspelt, or another API's
     */
    public void check(Fields data, Set<String> others) throws Refusal {
        for (Unknown one : unknown(data.json(), "data.")) {
            if (one.meant().isPresent()) {
                throw Refusal.described(
                        WireCode.PARAMS_INVALID,
                        one.path(),
                        "unknown",
                        "probably " + one.meant().get());
            }
            if (one.path().equals("data." + one.name()) && others.contains(one.name())) {
                throw Refusal.described(
                        WireCode.PARAMS_INVALID, one.path(), "a field of another API", "those of this API alone");
            }
        }
    }

    /** The paths of those that no page has, for the log and the journal; never what stands in them. */
    public List<String> unknown(Fields data) {
        return unknown(data.json(), "data.").stream().map(Unknown::path).toList();
    }

    /** The same as the journal tells of them. */
    public List<String> odd(Fields data) {
        return unknown(data).stream().map(path -> path + " (no page has it)").toList();
    }

    private record Unknown(String path, String name, Optional<String> meant) {}

    private List<Unknown> unknown(Json value, String path) {
        List<Unknown> unknown = new ArrayList<>();
        switch (value) {
            case Json.Obj object ->
                object.fields().forEach((name, inner) -> {
                    KnownFields known = fields.get(name);
                    if (known == null && !(inner instanceof Json.Null)) {
                        Optional<String> meant = fields.keySet().stream()
                                .filter(one -> oneApart(one, name))
                                .findFirst();
                        unknown.add(new Unknown(path + name, name, meant));
                    } else if (known != null && !known.fields.isEmpty()) {
                        unknown.addAll(known.unknown(inner, path + name + "."));
                    }
                });
            case Json.Arr(var items) -> items.forEach(item -> unknown.addAll(unknown(item, path)));
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
        return unknown;
    }

    /** Whether one character more, less or other makes one of the other, or two neighbours that change places. */
    private static boolean oneApart(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String rest = one.substring(same);
        String otherRest = other.substring(same);
        return swapped(rest, otherRest)
                || tail(rest).equals(tail(otherRest)) && rest.length() == otherRest.length()
                || rest.equals(tail(otherRest)) && rest.length() < otherRest.length()
                || tail(rest).equals(otherRest) && rest.length() > otherRest.length();
    }

    private static boolean swapped(String one, String other) {
        return one.length() > 1
                && one.length() == other.length()
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0)
                && one.substring(2).equals(other.substring(2));
    }

    private static String tail(String text) {
        return text.isEmpty() ? text : text.substring(1);
    }
}
