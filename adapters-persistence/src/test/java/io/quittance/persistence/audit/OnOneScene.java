package io.quittance.persistence.audit;

import io.quittance.persistence.database.DatabaseSettings;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One database for all tests of a kind, as a new one takes a server a while. What one of them damaged stays so. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OnOneScene {
    private final Supplier<DatabaseSettings> place;
    private Scene scene;

    OnOneScene(Supplier<DatabaseSettings> place) {
        this.place = place;
    }

    @BeforeAll
    void open() {
        scene = Scene.at(place.get());
    }

    @AfterAll
    void close() {
        scene.close();
    }

    public Scene scene() {
        return scene;
    }
}
