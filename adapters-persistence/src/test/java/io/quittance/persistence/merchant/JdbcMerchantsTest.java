package io.quittance.persistence.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.merchant.ChangedKeysContract;
import io.quittance.application.merchant.ChangedMerchantsContract;
import io.quittance.application.merchant.FurtherEndpointsContract;
import io.quittance.application.merchant.MerchantsContract;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.NotifyHosts;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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

    /** As a version without lists of hosts writes it: it names the columns that it knows. */
    @Test
    void of_a_version_without_lists_of_hosts_may_want_to_be_told_anywhere() {
        AppId app = new AppId(Given.unique("old-"));
        JdbcStore store = JdbcStore.onH2();

        store.database()
                .sql()
                .change(
                        "register as before",
                        "insert into merchant (app_id, merchant_no, enabled, notify_url, payout_dialect) values (?, ?,"
                                + " ?, ?, ?)",
                        app.value().getBytes(StandardCharsets.UTF_8),
                        "M1".getBytes(StandardCharsets.UTF_8),
                        true,
                        "https://shop.example/n",
                        "V2");

        assertEquals(NotifyHosts.ANY, store.merchants().byApp(app).orElseThrow().hosts());
    }
}
