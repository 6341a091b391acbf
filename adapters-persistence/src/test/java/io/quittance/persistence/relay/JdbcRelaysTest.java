package io.quittance.persistence.relay;

import io.quittance.application.relay.RelaysContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Relays in SQL")
class JdbcRelaysTest {
    @Nested
    class On_H2 implements RelaysContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements RelaysContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements RelaysContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
