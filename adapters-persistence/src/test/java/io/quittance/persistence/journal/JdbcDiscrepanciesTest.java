package io.quittance.persistence.journal;

import io.quittance.application.journal.DiscrepanciesContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Discrepancies in SQL")
class JdbcDiscrepanciesTest {
    @Nested
    class On_H2 implements DiscrepanciesContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements DiscrepanciesContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements DiscrepanciesContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
