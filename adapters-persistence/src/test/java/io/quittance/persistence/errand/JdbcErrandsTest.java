package io.quittance.persistence.errand;

import io.quittance.application.errand.ErrandsContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The queue of errands in SQL")
class JdbcErrandsTest {
    @Nested
    class On_H2 implements ErrandsContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements ErrandsContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements ErrandsContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
