package io.quittance.persistence.paymentlink;

import io.quittance.application.paymentlink.PaymentLinksContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Payment links in SQL")
class JdbcPaymentLinksTest {
    @Nested
    class On_H2 implements PaymentLinksContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements PaymentLinksContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements PaymentLinksContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
