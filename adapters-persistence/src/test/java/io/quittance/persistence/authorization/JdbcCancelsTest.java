package io.quittance.persistence.authorization;

import io.quittance.application.authorization.CancelsContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Cancels in SQL")
class JdbcCancelsTest {
    @Nested
    class On_H2 implements CancelsContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements CancelsContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements CancelsContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
