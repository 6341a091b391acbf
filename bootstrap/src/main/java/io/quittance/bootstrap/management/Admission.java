package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.quittance.bootstrap.settings.Monitoring;
import io.quittance.bootstrap.settings.Settings;
import jakarta.inject.Singleton;

/** Who may see and do what on the management port. */
@Singleton
public final class Admission {
    private final ManagementToken token;
    private final Monitoring monitoring;

    Admission(ManagementToken token, Settings settings) {
        this.token = token;
        this.monitoring = settings.monitoring();
    }

    /** Whether it shows the token. */
    public boolean shown(HttpRequest<?> request) {
        return request.getHeaders()
                .findFirst("Authorization")
                .filter(token::matches)
                .isPresent();
    }

    /** Whether it may read the metrics, and more of health than whether all is well. */
    boolean watches(HttpRequest<?> request) {
        return monitoring == Monitoring.OPEN || shown(request);
    }

    /** For all others. */
    public static MutableHttpResponse<byte[]> refusal() {
        return ApiFault.answer(
                        HttpStatus.UNAUTHORIZED,
                        "The header Authorization is missing or wrong (expected: Bearer, a blank, and what is in the"
                                + " file management-token of the service's data folder).")
                .header("WWW-Authenticate", "Bearer");
    }
}
