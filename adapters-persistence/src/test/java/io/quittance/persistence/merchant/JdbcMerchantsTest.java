package io.quittance.persistence.merchant;

import io.quittance.application.merchant.ChangedKeysContract;
import io.quittance.application.merchant.ChangedMerchantsContract;
import io.quittance.application.merchant.FurtherEndpointsContract;
import io.quittance.application.merchant.MerchantsContract;
import io.quittance.application.store.Store;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Merchants in SQL")
class JdbcMerchantsTest {
    @Nested
    class On_H2 implements MerchantsContract, ChangedMerchantsContract, FurtherEndpointsContract, ChangedKeysContract {
        @Override
        public Store store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb
            implements MerchantsContract, ChangedMerchantsContract, FurtherEndpointsContract, ChangedKeysContract {
        @Override
        public Store store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql
            implements MerchantsContract, ChangedMerchantsContract, FurtherEndpointsContract, ChangedKeysContract {
        @Override
        public Store store() {
            return JdbcStore.onMySql();
        }
    }
}
