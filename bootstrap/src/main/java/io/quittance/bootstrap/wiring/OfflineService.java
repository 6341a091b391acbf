package io.quittance.bootstrap.wiring;

import io.micronaut.context.ApplicationContext;
import io.quittance.bootstrap.settings.Settings;
import java.util.Optional;
import java.util.function.Function;

/** What is registered while no service runs: opens the database for one question, and waits for nobody. */
public final class OfflineService {
    private OfflineService() {}

    public static <P, T> T ask(Settings settings, Class<P> part, Function<P, T> question) {
        TimeOfDay time = TimeOfDay.ofThisMachine();
        try (Store store = Store.open(
                        settings,
                        settings.databaseLimits().withoutPatience(),
                        time.clock().instant());
                ApplicationContext context = Context.start(settings, store, Optional.empty(), time)) {
            return question.apply(context.getBean(part));
        }
    }
}
