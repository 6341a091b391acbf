package io.quittance.persistence.shard;

import io.quittance.application.shard.ShardsContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The leases in SQL")
class JdbcShardsTest {
    @Nested
    class On_H2 implements ShardsContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements ShardsContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements ShardsContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
