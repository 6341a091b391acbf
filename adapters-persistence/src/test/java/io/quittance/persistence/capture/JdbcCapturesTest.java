package io.quittance.persistence.capture;

import io.quittance.application.capture.CapturesContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Captures in SQL")
class JdbcCapturesTest {
    @Nested
    class On_H2 implements CapturesContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements CapturesContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements CapturesContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
