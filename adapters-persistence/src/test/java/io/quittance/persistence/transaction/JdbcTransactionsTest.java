package io.quittance.persistence.transaction;

import io.quittance.application.store.Store;
import io.quittance.application.transaction.TransactionsContract;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Transactions in SQL")
class JdbcTransactionsTest {
    @Nested
    class On_H2 implements TransactionsContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements TransactionsContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements TransactionsContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
