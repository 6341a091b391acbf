package io.quittance.persistence.account;

import io.quittance.application.account.AccountsContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Accounts in SQL")
class JdbcAccountsTest {
    @Nested
    class On_H2 implements AccountsContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements AccountsContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements AccountsContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
