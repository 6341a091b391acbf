package io.quittance.persistence.notification;

import io.quittance.application.notification.HeldBackMessagesContract;
import io.quittance.application.notification.NotificationOutboxContract;
import io.quittance.application.notification.SeveralEndpointsContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The queue of deliveries in SQL")
class JdbcOutboxTest {
    @Nested
    class On_H2 implements NotificationOutboxContract, HeldBackMessagesContract, SeveralEndpointsContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements NotificationOutboxContract, HeldBackMessagesContract, SeveralEndpointsContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements NotificationOutboxContract, HeldBackMessagesContract, SeveralEndpointsContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
