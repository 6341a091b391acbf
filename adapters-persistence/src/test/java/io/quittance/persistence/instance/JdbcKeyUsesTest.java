package io.quittance.persistence.instance;

import io.quittance.application.key.KeptKeyUses;
import io.quittance.application.key.KeptKeyUsesContract;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Uses of keys in SQL")
class JdbcKeyUsesTest {
    @Nested
    class On_H2 implements KeptKeyUsesContract {
        @Override
        public KeptKeyUses uses() {
            return new JdbcKeyUses(JdbcStore.onH2().database().sql());
        }
    }

    @Nested
    class On_MariaDb implements KeptKeyUsesContract {
        @Override
        public KeptKeyUses uses() {
            return new JdbcKeyUses(JdbcStore.onMariaDb().database().sql());
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements KeptKeyUsesContract {
        @Override
        public KeptKeyUses uses() {
            return new JdbcKeyUses(JdbcStore.onMySql().database().sql());
        }
    }
}
