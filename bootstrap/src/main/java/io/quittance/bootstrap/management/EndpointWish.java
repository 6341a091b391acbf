package io.quittance.bootstrap.management;

import io.quittance.application.merchant.EndpointChange;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.Topic;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.guard.NotifyUrls;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a person wants one of an app's further endpoints, as text; what is left out stays as it is.
 *
 * @param kinds of orders that it is told of, as {@code payout} or {@code payment-link}
 * @param exclusive whether the registered address is not told of these
 */
public record EndpointWish(
        Optional<String> notifyUrl,
        Optional<String> payoutDialect,
        Optional<List<String>> kinds,
        Optional<Boolean> exclusive) {
    public EndpointWish {
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        Objects.requireNonNull(payoutDialect, "payoutDialect");
        kinds = kinds.map(List::copyOf);
        Objects.requireNonNull(exclusive, "exclusive");
    }

    public boolean isEmpty() {
        return notifyUrl.isEmpty() && payoutDialect.isEmpty() && kinds.isEmpty() && exclusive.isEmpty();
    }

    /**
     * @param places where it may want to be told
     * @throws Trouble naming the first field that is wrong, and what was expected of it
     */
    EndpointChange toChange(String name, NotifyUrls places) {
        return new EndpointChange(
                name,
                notifyUrl.map(url -> AppForm.notifyUrl(url, places)),
                payoutDialect.map(AppForm::payoutDialect),
                kinds.map(EndpointWish::topics),
                exclusive,
                Optional.empty());
    }

    private static Set<Topic> topics(List<String> words) {
        if (words.isEmpty()) {
            throw new Trouble("Of which kinds is it told? (expected: some of " + all() + ")");
        }
        return words.stream()
                .map(EndpointWish::topic)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
    }

    private static Topic topic(String word) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new Trouble("A kind is " + ProtocolText.excerpt(word) + " (expected: some of " + all() + ")."));
    }

    private static String all() {
        return Arrays.stream(Topic.values()).map(Topic::word).collect(Collectors.joining(", "));
    }
}
