package io.quittance.persistence.audit;

import io.quittance.application.audit.Chain;
import io.quittance.application.audit.KeptJournalContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The journal in SQL, for whoever verifies it")
class JdbcKeptJournalTest {
    interface Kept extends KeptJournalContract {
        @Override
        default Chain chain() {
            return JdbcStore.CHAIN;
        }
    }

    @Nested
    class On_H2 implements Kept {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements Kept {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Kept {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
