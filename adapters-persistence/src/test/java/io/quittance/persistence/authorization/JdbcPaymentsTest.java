package io.quittance.persistence.authorization;

import io.quittance.application.authorization.PaymentsContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Payments in SQL")
class JdbcPaymentsTest {
    @Nested
    class On_H2 implements PaymentsContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements PaymentsContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements PaymentsContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
