package io.quittance.domain.merchant;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A place that a merchant is told at.
 *
 * @param name what persons call it: 1 to 32 small letters, digits and hyphens; one of a merchant's at a time
 * @param payoutDialect in which form it is told of payouts
 * @param topics what it is told of; at least one
 * @param exclusive whether the registered address is not told of these
 * @param removedAt since when nothing new is owed to it; what was is told still
 */
public record Endpoint(
        EndpointId id,
        String name,
        URI url,
        PayoutDialect payoutDialect,
        Set<Topic> topics,
        boolean exclusive,
        Optional<Instant> removedAt) {
    /** The name of a merchant's registered address; no further endpoint may have it. */
    public static final String REGISTERED = "registered";

    public static final Set<Topic> ALL_TOPICS = Collections.unmodifiableSet(EnumSet.allOf(Topic.class));

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /** @throws IllegalArgumentException if the name cannot be, or it is told of nothing */
    public Endpoint {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(payoutDialect, "payoutDialect");
        Objects.requireNonNull(removedAt, "removedAt");
        requireName(name);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("an endpoint without topics (expected: at least one)");
        }
        topics = Collections.unmodifiableSet(EnumSet.copyOf(topics));
    }

    /** @throws IllegalArgumentException if no endpoint can be called so */
    public static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an endpoint's name of " + name.length()
                    + " characters (expected: 1 to 32 small letters, digits and hyphens, no hyphen first)");
        }
        return name;
    }

    /** Whether new news of that is owed to it. */
    boolean isToldOf(Topic topic) {
        return removedAt.isEmpty() && topics.contains(topic);
    }
}
