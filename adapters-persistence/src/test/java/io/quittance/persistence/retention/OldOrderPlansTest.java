package io.quittance.persistence.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.store.Given;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.journal.JournalHead;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.ManyRows;
import io.quittance.persistence.store.NeedsMySql;
import io.quittance.persistence.store.PlanStep;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who looks for old orders reads those that are old, and no table. */
@DisplayName("A statement that looks for old orders")
class OldOrderPlansTest {
    private static final Object[] ONE_AND_TWO = {Sql.identifier("C1"), Sql.identifier("C2")};

    private record Statement(String sql, Object... values) {}

    /** By what it has counted, a server reads the month's by a range, from the beginning, or sorts them: that may be. */
    private static boolean isBad(PlanStep step) {
        return step.readsTheTable() || step.needsATable();
    }

    interface Explained {
        DatabaseSettings settings();

        @Test
        default void finds_its_rows_by_an_index() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                ManyRows.fill(store.database().sql());
                Stream.of(Kind.values()).forEach(kind -> young(store.database().sql(), OrderHeads.ALL.of(kind)));

                List<String> faults = Stream.of(Kind.values())
                        .flatMap(kind -> statements(new OldOrderSql(OrderHeads.ALL.of(kind)), kind))
                        .flatMap(one -> explain(store.database().sql(), one))
                        .toList();

                assertEquals(List.of(), faults);
            }
        }

        /** Nine of ten orders came later. */
        private static void young(Sql sql, JournalHead head) {
            sql.change(
                    "let orders be young",
                    "update " + head.table() + " set created_month = 202611 where right(" + head.number()
                            + ", 1) <> '1'");
            sql.list("analyze", "analyze table " + head.table(), cells -> cells.text("msg_text"));
        }

        private static Stream<Statement> statements(OldOrderSql of, Kind kind) {
            Stream<Statement> each = Stream.of(
                    new Statement(of.old(), 202603, 202603, 202603, Sql.identifier("C1"), 50),
                    new Statement(of.old(), 0, 202602, 0, Sql.identifier(""), 50),
                    new Statement(of.ofNumbers(2), ONE_AND_TWO),
                    new Statement(of.needed(2), ONE_AND_TWO[0], ONE_AND_TWO[1], 202603, Given.NOON),
                    new Statement(of.delete(2), ONE_AND_TWO),
                    new Statement(of.deleteStories(2), 202603, ONE_AND_TWO[0], ONE_AND_TWO[1]),
                    new Statement(of.carry(), 202603, ONE_AND_TWO[0]),
                    new Statement(of.carry("delivery"), 202603, ONE_AND_TWO[0], 202602),
                    new Statement(of.left(), 202603),
                    new Statement(of.oldest()));
            return Household.of(kind).shared()
                    ? Stream.concat(each, Stream.of(new Statement(of.ofHousehold(), 1, Sql.identifier("o1"))))
                    : each;
        }

        private static Stream<String> explain(Sql sql, Statement one) {
            return PlanStep.of(sql, one.sql, one.values).stream()
                    .filter(OldOrderPlansTest::isBad)
                    .map(step -> step + " in " + one.sql);
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
