package io.quittance.persistence.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Delivery;
import io.quittance.application.shard.Page;
import io.quittance.application.shard.Position;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.store.GivenDeliveries;
import io.quittance.persistence.store.JdbcStore;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A row of what is owed that this version cannot read")
class UnreadableRowTest {
    interface Read {
        JdbcStore store();

        private ObjectRef owe(MerchantId merchant) {
            Capture capture = GivenOperations.keptIn(store(), merchant, new Shard(5));
            ObjectRef about = ObjectRef.of(capture.id());
            store().perform(() -> {
                GivenDeliveries.owe(store(), merchant, about);
            });
            return about;
        }

        @Test
        default void is_told_with_the_reason_beside_the_others() {
            MerchantId merchant = Given.merchant(store()).id();
            List<ObjectRef> about = List.of(owe(merchant), owe(merchant), owe(merchant));
            store().database()
                    .sql()
                    .change(
                            "write as another version",
                            "update delivery set dialect = 'PIGEON' where object_id = ?",
                            Sql.identifier(about.get(1).id()));

            Page<Delivery> page = store().outbox()
                    .owed()
                    .due(new Stretch(new Shard(5), merchant.value()), Position.START, Given.NOON, 10);

            assertEquals(
                    List.of(about.getFirst(), about.getLast()),
                    page.entries().stream().map(Delivery::about).toList());
            assertEquals(
                    List.of(true),
                    page.unreadable().stream()
                            .map(one -> one.why().contains("PIGEON"))
                            .toList());
        }
    }

    @Nested
    class On_H2 implements Read {
        @Override
        public JdbcStore store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements Read {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMariaDb();
        }
    }
}
