package io.quittance.persistence.bodies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.persistence.StoredBodyTables;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.store.ManyRows;
import io.quittance.persistence.store.NeedsMySql;
import io.quittance.persistence.store.PlanStep;
import io.quittance.persistence.store.SpokenSql;
import io.quittance.persistence.store.SpokenSql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Every statement of a turn through all bodies is explained by the database as it was run. The journal has five thousand rows, or as
 * many as {@code -Dbodies.rows=1000000} says, of which five thousand have a body.
 */
@DisplayName("A statement by which bodies are encrypted again")
class BodyPlansTest {
    private static final int LIMIT = 200;
    private static final int BODIES = 5_000;
    private static final int ROWS = Integer.getInteger("bodies.rows", BODIES);

    interface Explained {
        DatabaseSettings settings();

        void fill(Sql sql);

        /** What is wrong with how the database means to run it: that it reads a table, or sorts. */
        Stream<String> faults(Sql sql, Statement one);

        @Test
        default void goes_by_the_key_of_its_table_and_sorts_nothing() {
            try (BodiesScene scene = new BodiesScene(settings())) {
                scene.plant();
                scene.fill(BODIES);
                scene.fillBare(BODIES, ROWS);
                Sql sql = scene.store().database().sql();
                fill(sql);
                String old = scene.cipher().keyId();
                scene.change();
                SpokenSql spoken = new SpokenSql(scene.store().database().dataSource());
                JdbcStoredBodies bodies = new JdbcStoredBodies(
                        new Sql(spoken.dataSource()),
                        scene.store().database().isEmbedded(),
                        scene.cipher(),
                        StoredBodyTables.ALL);

                BodiesScene.Turn turn = scene.turn(bodies, old, LIMIT);

                assertTrue(turn.done() > BODIES, turn.toString());
                List<Statement> own = spoken.statements().stream()
                        .filter(one -> !one.sql().contains("information_schema"))
                        .toList();
                for (String table : StoredBodyTables.ALL.stream()
                        .map(one -> one.table() + " ")
                        .toList()) {
                    assertTrue(own.stream().anyMatch(one -> one.sql().contains("from " + table)), table);
                    assertTrue(own.stream().anyMatch(one -> one.sql().contains("update " + table)), table);
                }
                assertEquals(
                        List.of(), own.stream().flatMap(one -> faults(sql, one)).toList());
            }
        }
    }

    interface ExplainedByServer extends Explained {
        @Override
        default void fill(Sql sql) {
            ManyRows.fill(sql);
        }

        @Override
        default Stream<String> faults(Sql sql, Statement one) {
            return PlanStep.of(sql, one.sql(), one.values().toArray()).stream()
                    .filter(ExplainedByServer::isBad)
                    .map(step -> step + " in " + one.sql());
        }

        /** Of a month that holds nothing all may be read. */
        private static boolean isBad(PlanStep step) {
            boolean reads = step.readsTheTable() || step.readsTheIndex() && step.rows() > 1;
            return reads || step.sorts() || step.needsATable();
        }
    }

    @Nested
    class On_H2 implements Explained {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.h2InMemory();
        }

        @Override
        public void fill(Sql sql) {
            ManyRows.rows(sql);
        }

        @Override
        public Stream<String> faults(Sql sql, Statement one) {
            String plan = sql.list(
                            "explain",
                            "explain " + one.sql(),
                            cells -> cells.text("plan"),
                            one.values().toArray())
                    .getFirst();
            boolean sorts = plan.contains("ORDER BY") && !plan.contains("index sorted");
            return Stream.of(plan).filter(_ -> plan.contains("tableScan") || sorts);
        }
    }

    @Nested
    class On_MariaDb implements ExplainedByServer {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements ExplainedByServer {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }
}
