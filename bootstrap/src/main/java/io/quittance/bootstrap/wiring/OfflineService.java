package io.quittance.bootstrap.wiring;

import io.micronaut.context.ApplicationContext;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.persistence.database.DatabaseSettings;
import java.util.Optional;
import java.util.function.Function;

/** What is registered while no service runs: opens the database for one question, and waits for nobody. */
public final class OfflineService {
    private OfflineService() {}

    /** Whether a service was ever started there: the embedded database has its file, or a server's keys are there. */
    public static boolean isBegun(Settings settings) {
        DatabaseSettings place = Store.place(settings);
        return place.isEmbedded() ? place.isThere() : !MissingKeys.any(settings);
    }

    /**
     * Makes neither a database nor keys; tables of an older version are brought to this one.
     *
     * @throws Trouble if there are none, or they cannot be used
     */
    public static <P, T> T ask(Settings settings, Class<P> part, Function<P, T> question) {
        TimeOfDay time = TimeOfDay.ofThisMachine();
        try (Store store = Store.reopen(
                        settings,
                        settings.databaseLimits().withoutPatience(),
                        time.clock().instant());
                ApplicationContext context = Context.start(settings, store, Optional.empty(), time)) {
            return question.apply(context.getBean(part));
        }
    }
}
