package io.quittance.persistence.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.store.GivenDeliveries;
import io.quittance.persistence.store.JdbcStore;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** By the lane a queue is read, so what is not in its lane is never found. */
@DisplayName("The lane of what is owed")
class LaneColumnTest {
    interface Written {
        JdbcStore store();

        @Test
        default void is_written_with_an_errand() {
            Errand errand = Given.errand(GivenOperations.kept(store()), Given.NOON);

            store().perform(() -> store().errands().add(errand));

            assertEquals(List.of(errand.lane()), lanes("errand", errand.about()));
            assertEquals(errand.merchant().value(), errand.lane());
        }

        @Test
        default void is_written_with_a_delivery() {
            Capture capture = GivenOperations.kept(store());
            ObjectRef about = ObjectRef.of(capture.id());

            store().perform(() -> {
                GivenDeliveries.owe(store(), capture.merchant(), about);
            });

            assertEquals(List.of(capture.merchant().value()), lanes("delivery", about));
        }

        private List<Long> lanes(String queue, ObjectRef about) {
            return store().database()
                    .sql()
                    .list(
                            "read lanes",
                            "select lane from " + queue + " where object_kind = ? and object_id = ?",
                            cells -> cells.whole("lane"),
                            about.kind(),
                            Sql.identifier(about.id()));
        }
    }

    @Nested
    class On_H2 implements Written {
        @Override
        public JdbcStore store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements Written {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMariaDb();
        }
    }
}
