package io.quittance.bootstrap.management;

import io.quittance.http.payerpage.PayerPageController;
import io.quittance.http.south.Callback;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What strangers may reach: what merchants ask, what upstream tells, the page where payers pay. Every other path is
 * management, so that a new page is never public by accident.
 */
@Singleton
final class PublicPaths {
    private static final String MERCHANTS = "/aggregate-pay";

    private final Set<String> beginnings;

    PublicPaths(Collection<Callback> callbacks) {
        this.beginnings = Stream.concat(
                        Stream.of(MERCHANTS, PayerPageController.PATH),
                        callbacks.stream().map(Callback::path))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean contain(String path) {
        return beginnings.stream().anyMatch(known -> path.equals(known) || path.startsWith(known + "/"));
    }
}
