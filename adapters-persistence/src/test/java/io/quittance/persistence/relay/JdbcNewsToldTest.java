package io.quittance.persistence.relay;

import io.quittance.application.relay.NewsToldContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("News told, in SQL")
class JdbcNewsToldTest {
    @Nested
    class On_H2 implements NewsToldContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements NewsToldContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements NewsToldContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
