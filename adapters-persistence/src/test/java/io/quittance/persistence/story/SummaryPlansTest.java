package io.quittance.persistence.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.story.Summary;
import io.quittance.application.story.Wanted;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.ManyRows;
import io.quittance.persistence.store.NeedsMySql;
import io.quittance.persistence.store.PlanStep;
import io.quittance.persistence.store.SpokenSql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A page costs what is on it, however many orders there are: it is read in the order of an index, and nothing is sorted. */
@DisplayName("A list of orders")
class SummaryPlansTest {
    interface Explained {
        DatabaseSettings settings();

        @Test
        default void is_read_in_the_order_of_an_index() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                ManyRows.fill(store.database().sql());
                SpokenSql spoken = new SpokenSql(store.database().dataSource());
                JdbcSummaries summaries = new JdbcSummaries(new Sql(spoken.dataSource()));
                Stream.concat(
                                Stream.of(Optional.<Kind>empty()),
                                Stream.of(Kind.values()).map(Optional::of))
                        .forEach(kind -> twoPages(summaries, kind));

                List<String> faults = spoken.statements().stream()
                        .flatMap(one -> explain(store.database().sql(), one))
                        .distinct()
                        .toList();

                assertEquals(List.of(), faults);
            }
        }

        private static void twoPages(JdbcSummaries summaries, Optional<Kind> kind) {
            Wanted wanted = new Wanted(kind, Optional.empty(), List.of(), Optional.empty(), false);
            Summary last = summaries.page(wanted, Optional.empty(), 20).getLast();
            assertEquals(
                    20, summaries.page(wanted, Optional.of(last.about()), 20).size());
        }

        private static Stream<String> explain(Sql sql, SpokenSql.Statement one) {
            return PlanStep.of(sql, one.sql(), one.values().toArray()).stream()
                    .filter(step -> step.readsTheTable() || step.sorts() || step.needsATable())
                    .map(step -> step + " in " + one.sql());
        }
    }

    @Nested
    class On_MariaDb implements Explained {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Explained {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }
}
