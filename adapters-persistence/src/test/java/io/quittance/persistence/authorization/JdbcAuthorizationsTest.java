package io.quittance.persistence.authorization;

import io.quittance.application.authorization.AuthorizationsContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Authorizations in SQL")
class JdbcAuthorizationsTest {
    @Nested
    class On_H2 implements AuthorizationsContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements AuthorizationsContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements AuthorizationsContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
