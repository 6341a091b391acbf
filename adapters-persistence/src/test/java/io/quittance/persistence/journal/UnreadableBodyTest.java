package io.quittance.persistence.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.store.JdbcStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A body that was changed in the database")
class UnreadableBodyTest {
    interface Changed {
        JdbcStore store();

        @Test
        default void leaves_the_rest_of_the_story_to_be_told() {
            Capture capture = GivenOperations.kept(store());
            ObjectRef about = ObjectRef.of(capture.id());
            store().perform(() -> store().journal()
                    .append(
                            about,
                            List.of(
                                    Given.note("first").with(Bytes.utf8("{\"a\":1}")),
                                    Given.note("second").with(Bytes.utf8("{\"a\":2}")))));
            store().database()
                    .sql()
                    .change(
                            "change a body by hand",
                            "update journal set body = ? where object_id = ? and note = 'first'",
                            new byte[60],
                            Sql.identifier(about.id()));

            List<Journal.Row> story = store().journal().story(about);

            Journal.Row changed = story.get(story.size() - 2);
            assertEquals("first", changed.entry().note());
            assertEquals(Optional.empty(), changed.entry().body());
            assertTrue(changed.unreadable().orElseThrow().contains("was changed in the database"));
            assertEquals(
                    changed.unreadable().orElseThrow(),
                    assertThrows(IllegalStateException.class, changed::body).getMessage());
            assertEquals(Optional.of(Bytes.utf8("{\"a\":2}")), story.getLast().body());
        }
    }

    @Nested
    class On_H2 implements Changed {
        @Override
        public JdbcStore store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements Changed {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMariaDb();
        }
    }
}
