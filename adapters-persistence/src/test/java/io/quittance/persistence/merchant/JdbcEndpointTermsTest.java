package io.quittance.persistence.merchant;

import io.quittance.application.merchant.EndpointTermsContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Terms of endpoints in SQL")
class JdbcEndpointTermsTest {
    @Nested
    class On_H2 implements EndpointTermsContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements EndpointTermsContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements EndpointTermsContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
