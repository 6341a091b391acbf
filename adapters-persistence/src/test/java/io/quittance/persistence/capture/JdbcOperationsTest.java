package io.quittance.persistence.capture;

import io.quittance.application.capture.OrderOperationsContract;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Operations on authorized orders")
class JdbcOperationsTest {
    private interface Captures extends OrderOperationsContract {
        @Override
        default Sort sort() {
            return Sort.CAPTURE;
        }
    }

    private interface Cancels extends OrderOperationsContract {
        @Override
        default Sort sort() {
            return Sort.CANCEL;
        }
    }

    @Nested
    @DisplayName("Captures in SQL")
    class Of_captures {
        @Nested
        class On_H2 implements Captures {
            @Override
            public Store store() {
                return JdbcStore.onH2();
            }
        }

        @Nested
        class On_MariaDb implements Captures {
            @Override
            public Store store() {
                return JdbcStore.onMariaDb();
            }
        }

        @Nested
        @NeedsMySql
        class On_MySql implements Captures {
            @Override
            public Store store() {
                return JdbcStore.onMySql();
            }
        }
    }

    @Nested
    @DisplayName("Cancels in SQL")
    class Of_cancels {
        @Nested
        class On_H2 implements Cancels {
            @Override
            public Store store() {
                return JdbcStore.onH2();
            }
        }

        @Nested
        class On_MariaDb implements Cancels {
            @Override
            public Store store() {
                return JdbcStore.onMariaDb();
            }
        }

        @Nested
        @NeedsMySql
        class On_MySql implements Cancels {
            @Override
            public Store store() {
                return JdbcStore.onMySql();
            }
        }
    }
}
