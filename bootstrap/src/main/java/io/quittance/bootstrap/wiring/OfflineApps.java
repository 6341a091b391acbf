package io.quittance.bootstrap.wiring;

import io.micronaut.context.ApplicationContext;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.settings.Settings;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The registered apps while no service runs: opens the database for one question. */
public final class OfflineApps {
    private OfflineApps() {}

    public static <T> T ask(Settings settings, Function<Apps, T> question) {
        try (Store store = Store.open(settings, Instant.now());
                ApplicationContext context = Context.start(settings, store, Optional.empty())) {
            return question.apply(context.getBean(Apps.class));
        }
    }
}
