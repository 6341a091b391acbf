package io.quittance.persistence.authorization;

import io.quittance.application.authorization.HoldsContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Holds over SQL")
class JdbcHoldsTest {
    @Nested
    class On_H2 implements HoldsContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements HoldsContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements HoldsContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
