package io.quittance.persistence.simulator;

import io.quittance.application.simulator.SimulatedOrdersContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The simulator's orders in SQL")
class JdbcSimulatedOrdersTest {
    @Nested
    class On_H2 implements SimulatedOrdersContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements SimulatedOrdersContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements SimulatedOrdersContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
