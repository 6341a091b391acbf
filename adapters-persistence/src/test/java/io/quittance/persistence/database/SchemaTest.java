package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.quittance.application.store.AtOnce;
import io.quittance.persistence.store.NeedsMySql;
import io.quittance.persistence.store.NeedsOldestMariaDb;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The tables")
@Execution(ExecutionMode.CONCURRENT)
class SchemaTest {
    private static final int TABLES_AT_LEAST = 15;

    interface Made {
        /** A new one. */
        DatabaseSettings settings();

        /** The sentence behind the database's name. */
        String remedy(DatabaseSettings settings);

        /** Each start takes up what the one before it left, and gets one statement further. */
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        default void are_made_whole_by_starts_that_were_cut_off_at_every_statement(boolean killed) {
            Map<String, List<String>> whole = shapeOf(settings());
            assertTrue(whole.size() > TABLES_AT_LEAST, whole.toString());

            DatabaseSettings settings = settings();
            Set<String> through = new LinkedHashSet<>();
            int cuts = 0;
            for (DyingSource cut = cutOff(settings, through, 0, killed);
                    cut.died();
                    cut = cutOff(settings, through, 1, killed)) {
                assertEquals(!killed && cut.diedInScript(), history(settings).contains(false), "behind cut " + cuts);
                cuts++;
            }

            assertEquals(whole, shapeOf(settings));
            assertEquals(through.size(), cuts, "it was cut off before each of them");
            assertTrue(cuts > TABLES_AT_LEAST, through.toString());
        }

        /** A start that gets through what one before it did, and so much more, if there is more. */
        private static DyingSource cutOff(DatabaseSettings settings, Set<String> through, int more, boolean killed) {
            try (HikariDataSource pool = Database.patientPool(settings)) {
                DyingSource dying = new DyingSource(pool, through, more, killed);
                try {
                    Schema.migrate(dying.dataSource(), settings);
                } catch (DatabaseUnavailable e) {
                    assertTrue(dying.died(), e.getMessage());
                }
                return dying;
            }
        }

        /** How each script ended. */
        private static List<Boolean> history(DatabaseSettings settings) {
            try (HikariDataSource pool = Database.patientPool(settings)) {
                String asked = "select success from " + Schema.HISTORY + " where version is not null";
                return new Sql(pool).list("read the history", asked, cells -> cells.flag("success"));
            }
        }

        private static List<Boolean> historyOfOne(DatabaseSettings settings) {
            Database.open(settings).close();
            return history(settings);
        }

        @Test
        default void stay_as_they_are_when_they_are_there() {
            DatabaseSettings settings = settings();
            Map<String, List<String>> first = shapeOf(settings);

            assertEquals(first, shapeOf(settings));
        }

        @Test
        default void are_refused_when_a_development_version_made_them() {
            DatabaseSettings settings = settings();
            perform(settings, "create table flyway_schema_history (version varchar(50))");
            perform(settings, "create table capture (capture_no varbinary(256) not null)");

            assertEquals(refusalOf(settings), refusal(settings));
            assertEquals(refusalOf(settings), refusal(settings), "the next time too");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"checksum = checksum + 1", "success = 0, checksum = checksum + 1", "description = 'capture'"
                })
        default void are_refused_when_a_script_made_them_that_is_another_now(String history) {
            DatabaseSettings settings = settings();
            shapeOf(settings);
            perform(settings, "update " + Schema.HISTORY + " set " + history + " where version = '1'");

            assertEquals(refusalOf(settings), refusal(settings));
        }

        private String refusalOf(DatabaseSettings settings) {
            return "The database " + settings.where() + " holds tables of a development version of Quittance, or of"
                    + " something else, which this version does not take over: " + remedy(settings)
                    + " if nobody needs what is in it.";
        }

        private static String refusal(DatabaseSettings settings) {
            return assertThrows(
                            DatabaseUnavailable.class,
                            () -> Database.open(settings).close())
                    .getMessage();
        }

        private static void perform(DatabaseSettings settings, String statement) {
            try (HikariDataSource pool = Database.patientPool(settings)) {
                new Sql(pool).change("prepare the database", statement);
            }
        }
    }

    interface MadeOnServer extends Made {
        @Override
        default String remedy(DatabaseSettings settings) {
            return "name another database (QUITTANCE_DB_URL), or drop it and create it again";
        }

        @Test
        default void are_made_once_when_instances_start_at_the_same_moment() {
            for (int i = 0; i < 3; i++) {
                DatabaseSettings settings = settings();

                AtOnce.all(List.of(1, 2, 3), _ -> {
                    Database.open(settings).close();
                    return true;
                });

                assertEquals(Made.historyOfOne(settings()), Made.history(settings));
            }
        }
    }

    /** By table: each column, each index with its columns, each part; and the shards, as they are rows of the script. */
    private static Map<String, List<String>> shapeOf(DatabaseSettings settings) {
        try (Database database = Database.open(settings)) {
            Map<String, List<String>> shape = new TreeMap<>();
            Stream.of(
                            COLUMNS,
                            settings.isEmbedded() ? H2_INDEXES : INDEXES,
                            settings.isEmbedded() ? SHARDS : PARTS,
                            SHARDS)
                    .distinct()
                    .flatMap(asked -> database
                            .sql()
                            .list(
                                    "read the shape of the tables",
                                    asked,
                                    cells -> List.of(cells.text("place"), cells.text("shape")))
                            .stream())
                    .filter(line -> !line.getFirst().equals(Schema.HISTORY))
                    .forEach(line -> shape.merge(
                            line.getFirst(),
                            List.of(line.getLast()),
                            (one, other) ->
                                    Stream.concat(one.stream(), other.stream()).toList()));
            return shape;
        }
    }

    private static final String COLUMNS = """
        select table_name as place, concat_ws(' ', ordinal_position, column_name, data_type, character_maximum_length,
          numeric_precision, numeric_scale, datetime_precision, is_nullable, column_default, collation_name) as shape
        from information_schema.columns where table_schema in (database(), schema()) order by table_name, ordinal_position
        """;

    private static final String INDEXES = """
        select table_name as place, concat_ws(' ', index_name, non_unique, seq_in_index, column_name) as shape
        from information_schema.statistics where table_schema = database()
        order by table_name, index_name, seq_in_index
        """;

    private static final String H2_INDEXES = """
        select i.table_name as place, concat_ws(' ', i.index_type_name, c.ordinal_position, c.column_name) as shape
        from information_schema.indexes i join information_schema.index_columns c
          on c.index_name = i.index_name and c.table_name = i.table_name
        where i.table_schema = schema()
        order by i.table_name, shape
        """;

    private static final String PARTS = """
        select table_name as place, concat_ws(' ', partition_name, partition_description) as shape
        from information_schema.partitions where table_schema = database() and partition_name is not null
        order by table_name, partition_ordinal_position
        """;

    private static final String SHARDS = """
        select 'rows' as place, concat_ws(' ', shard, owner, epoch) as shape from shard order by shard
        """;

    @Nested
    class In_an_embedded_database implements Made {
        @TempDir
        private Path folder;

        private int made;

        @Override
        public DatabaseSettings settings() {
            return TestDatabases.h2File(folder.resolve("data-" + ++made));
        }

        @Override
        public String remedy(DatabaseSettings settings) {
            return "name another folder (QUITTANCE_DATA), or remove "
                    + settings.folder().orElseThrow();
        }
    }

    @Nested
    class On_MariaDb implements MadeOnServer {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    @Nested
    @NeedsOldestMariaDb
    class On_the_oldest_MariaDb implements MadeOnServer {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.oldestMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements MadeOnServer {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }
}
