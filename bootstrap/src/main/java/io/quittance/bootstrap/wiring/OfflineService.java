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

    /** @throws Trouble if nothing was ever started there; then nothing is made */
    public static <P, T> T ask(Settings settings, Class<P> part, Function<P, T> question) {
        DatabaseSettings place = Store.place(settings);
        if (place.isEmbedded() ? !place.isThere() : MissingKeys.any(settings)) {
            throw new Trouble("Nothing was ever started in "
                    + settings.data().toAbsolutePath().normalize()
                    + " (expected: QUITTANCE_DATA is the folder of a service; './quittance serve' or './quittance app"
                    + " add' begin one).");
        }
        return begin(settings, part, question);
    }

    /** The same, also where it is the first thing that ever happens: makes the keys and the tables then. */
    public static <P, T> T begin(Settings settings, Class<P> part, Function<P, T> question) {
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
