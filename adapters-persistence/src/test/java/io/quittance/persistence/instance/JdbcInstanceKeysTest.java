package io.quittance.persistence.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The keys of an instance")
class JdbcInstanceKeysTest {
    interface Kept {
        JdbcStore store();

        private JdbcInstanceKeys keys() {
            return new JdbcInstanceKeys(store().database().sql());
        }

        @Test
        default void belong_to_whoever_came_first() {
            String name = Given.unique("key-");

            assertEquals("a".repeat(64), keys().claim(name, "a".repeat(64), Given.NOON));
            assertEquals("a".repeat(64), keys().claim(name, "b".repeat(64), Given.NOON.plusSeconds(1)));
            assertEquals("a".repeat(64), keys().claim(name, "a".repeat(64), Given.NOON.plusSeconds(2)));
        }

        @Test
        default void are_kept_apart_by_name() {
            String name = Given.unique("key-");
            keys().claim(name, "a", Given.NOON);

            assertEquals("b", keys().claim(Given.unique("key-"), "b", Given.NOON));
        }

        @Test
        default void belong_to_one_of_many_that_start_at_once() {
            String name = Given.unique("key-");

            List<String> standing =
                    AtOnce.all(List.of("a", "b", "c", "d"), mine -> keys().claim(name, mine, Given.NOON));

            assertEquals(1, Set.copyOf(standing).size());
        }
    }

    @Nested
    class On_H2 implements Kept {
        @Override
        public JdbcStore store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements Kept {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Kept {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMySql();
        }
    }
}
