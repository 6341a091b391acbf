package io.quittance.persistence.request;

import io.quittance.application.request.SpentRequestsContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Spent requests in SQL")
class JdbcSpentRequestsTest {
    @Nested
    class On_H2 implements SpentRequestsContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements SpentRequestsContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements SpentRequestsContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
