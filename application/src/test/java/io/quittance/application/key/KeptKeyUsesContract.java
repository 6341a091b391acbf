package io.quittance.application.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.store.Given;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link KeptKeyUses} promises. */
public interface KeptKeyUsesContract {
    KeptKeyUses uses();

    @Test
    default void keeps_the_latest_use_of_each() {
        String one = Given.unique("key-");
        String other = Given.unique("key-");

        uses().keep(Map.of(one, Given.NOON, other, Given.NOON));
        uses().keep(Map.of(one, Given.NOON.plusMillis(1), other, Given.NOON.minusMillis(1)));

        assertEquals(Given.NOON.plusMillis(1), uses().all().get(one));
        assertEquals(Given.NOON, uses().all().get(other));
    }
}
