package io.quittance.bootstrap.management;

import io.micronaut.core.annotation.Nullable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By which names the management port is asked. A page of somebody else's can make a browser ask this machine under a name of
 * its own, and read what comes back; under an address it cannot.
 */
public record OwnNames(Set<String> names) {
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.]+]|[^:]+)(:[0-9]{1,5})?");
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9]{1,3}([.][0-9]{1,3}){3}");

    public OwnNames {
        names = Set.copyOf(names);
    }

    /** @param own what this machine calls itself, and where it was told to listen */
    public static OwnNames of(Set<String> named, String... own) {
        Set<String> all = new HashSet<>(named);
        all.add("localhost");
        Stream.of(own).map(name -> name.toLowerCase(Locale.ROOT)).forEach(all::add);
        return new OwnNames(all);
    }

    /** @param host as the header of that name has it; null where there is none */
    boolean contain(@Nullable String host) {
        if (host == null) {
            return false;
        }
        Matcher read = HOST.matcher(host.toLowerCase(Locale.ROOT));
        return read.matches() && (ADDRESS.matcher(read.group(1)).matches() || names.contains(read.group(1)));
    }
}
