package io.quittance.application.merchant;

import io.quittance.application.registration.FieldChange;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.merchant.Topic;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a merchant's further endpoint of that name is to be; what is left out stays as it is. One that is not there is made, if its
 * address is said: told of everything, in the merchant's own payout dialect, beside the registered address.
 *
 * @param removedAt from when on nothing new is owed to it; empty if it is to stay
 */
public record EndpointChange(
        String name,
        Optional<URI> url,
        Optional<PayoutDialect> payoutDialect,
        Optional<Set<Topic>> topics,
        Optional<Boolean> exclusive,
        Optional<Instant> removedAt) {
    private static final String NONE = "none";

    public EndpointChange {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(payoutDialect, "payoutDialect");
        Objects.requireNonNull(topics, "topics");
        Objects.requireNonNull(exclusive, "exclusive");
        Objects.requireNonNull(removedAt, "removedAt");
    }

    /** That nothing new is owed to it. */
    public static EndpointChange removal(String name, Instant at) {
        return new EndpointChange(
                name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(at));
    }

    /** All further endpoints of that merchant then. @throws IllegalArgumentException if one of that name cannot be */
    List<Endpoint> made(Merchant before) {
        Optional<Endpoint> known = before.endpoint(name);
        Stream<Endpoint> others = before.endpoints().stream().filter(one -> !known.equals(Optional.of(one)));
        Optional<Endpoint> then = known.map(this::changed).or(() -> fresh(before));
        return Stream.concat(others, then.stream()).toList();
    }

    private Endpoint changed(Endpoint known) {
        return new Endpoint(
                known.id(),
                known.name(),
                url.orElse(known.url()),
                payoutDialect.orElse(known.payoutDialect()),
                topics.orElse(known.topics()),
                exclusive.orElse(known.exclusive()),
                removedAt);
    }

    private Optional<Endpoint> fresh(Merchant merchant) {
        return url.map(address -> new Endpoint(
                EndpointId.NEW,
                name,
                address,
                payoutDialect.orElse(merchant.payoutDialect()),
                topics.orElse(Endpoint.ALL_TOPICS),
                exclusive.orElse(false),
                Optional.empty()));
    }

    /** What of it differs from how that merchant is. */
    Stream<FieldChange> at(Merchant before, Merchant then) {
        Optional<Endpoint> was = before.endpoint(name);
        Optional<Endpoint> becomes = then.endpoint(name);
        if (becomes.isEmpty()) {
            return was.map(gone -> new FieldChange(field(""), gone.url().toString(), "removed")).stream();
        }
        return Stream.of(
                        differing(" notify-url", was, becomes, one -> one.url().toString()),
                        differing(" kinds", was, becomes, one -> words(one.topics())),
                        differing(
                                " payout-dialect",
                                was,
                                becomes,
                                one -> one.payoutDialect().word()),
                        differing(" exclusive", was, becomes, one -> Boolean.toString(one.exclusive())))
                .flatMap(Optional::stream);
    }

    private Optional<FieldChange> differing(
            String field, Optional<Endpoint> was, Optional<Endpoint> becomes, Function<Endpoint, String> text) {
        return FieldChange.between(
                field(field), was.map(text).orElse(NONE), becomes.map(text).orElse(NONE));
    }

    private String field(String of) {
        return "endpoint " + name + of;
    }

    private static String words(Set<Topic> topics) {
        return topics.stream().map(Topic::word).collect(Collectors.joining(","));
    }
}
