package io.quittance.persistence.shard;

import io.quittance.application.shard.HeldLanesContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("HeldLanes in SQL")
class JdbcHeldLanesTest {
    @Nested
    class On_H2 implements HeldLanesContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements HeldLanesContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements HeldLanesContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
