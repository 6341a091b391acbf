package io.quittance.persistence.payout;

import io.quittance.application.payout.PayoutsContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Payouts in SQL")
class JdbcPayoutsTest {
    @Nested
    class On_H2 implements PayoutsContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements PayoutsContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements PayoutsContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
