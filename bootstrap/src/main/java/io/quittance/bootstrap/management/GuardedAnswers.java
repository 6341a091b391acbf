package io.quittance.bootstrap.management;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.quittance.bootstrap.settings.Settings;

/**
 * What every answer of both ports tells browsers and what lies between: keep nothing, take nothing for another type, and, unless it
 * is a page and says so itself, load nothing and be framed nowhere.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class GuardedAnswers {
    /** A year, in seconds: how long a browser remembers that we are reached over TLS alone. */
    private static final String OVER_TLS = "max-age=31536000";

    private static final String POLICY = "Content-Security-Policy";

    private final boolean tls;

    GuardedAnswers(Settings settings) {
        this.tls = "https".equalsIgnoreCase(settings.publicUrl().getScheme());
    }

    @ResponseFilter
    void guard(MutableHttpResponse<?> answer) {
        answer.getHeaders().set("X-Content-Type-Options", "nosniff");
        answer.getHeaders().set("Cache-Control", "no-store");
        if (!answer.getHeaders().contains(POLICY)) {
            answer.getHeaders().set(POLICY, "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        }
        if (tls) {
            answer.getHeaders().set("Strict-Transport-Security", OVER_TLS);
        }
    }
}
