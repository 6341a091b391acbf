package io.quittance.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.notification.Recipient;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.JournalMonths;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.journal.JdbcJournal;
import io.quittance.persistence.transaction.JdbcTransactions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A journal in partitions by month")
class JournalByMonthTest {
    private static final Instant IN_FEBRUARY = Instant.parse("2026-02-28T23:59:59.999Z");
    private static final Instant IN_MARCH = Instant.parse("2026-03-01T00:00:00Z");

    interface Partitioned {
        DatabaseSettings settings();

        /** Says which partitions a query reads, in the column {@code partitions}. */
        String explain();

        @Test
        default void loses_a_whole_month_and_nothing_of_the_next_one() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                partition(store);
                ObjectRef old = kept(store, IN_FEBRUARY);
                ObjectRef young = kept(store, IN_MARCH);
                Fingerprint told = Given.fingerprint();
                append(store, old, Given.note("old"));
                append(store, young, Given.note("young").with(told));
                owe(store, young, "{\"young\":1}");
                List<Row> story = store.journal().story(young);
                assertEquals(1, store.journal().story(old).size());
                assertEquals(2, story.size());

                boolean gone =
                        months(store, months -> months.drop(months.parts().getFirst(), () -> true));
                assertTrue(gone);

                assertEquals(List.of(), store.journal().story(old));
                assertEquals(story, store.journal().story(young));
                assertEquals(List.of(Bytes.utf8("{\"young\":1}")), due(store, young));
                assertEquals(3, append(store, young, Given.note("more")));
                assertTrue(store.answer(() -> store.journal().repeated(young, told)));
                assertThrows(
                        IllegalStateException.class,
                        () -> append(store, young, Given.note("again").with(told)));
            }
        }

        @Test
        default void keeps_the_story_of_an_order_together_for_its_life() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                partition(store);
                PaymentLink link = Given.link(Given.merchant(store).id());
                PaymentLink asked = link.renewed(link.offer(), IN_FEBRUARY, Duration.ofDays(30), IN_FEBRUARY);
                Given.kept(store, asked);
                ObjectRef about = ObjectRef.of(asked.id());
                Fingerprint told = Given.fingerprint();
                append(store, about, Given.note("asked").with(told));

                store.perform(() -> store.paymentLinks()
                        .replace(asked.renewed(asked.offer(), IN_MARCH, Duration.ofDays(30), IN_MARCH)));
                append(store, about, Given.note("asked again"));

                assertEquals(List.of(202602, 202602), monthsOf(store, about));
                assertTrue(store.answer(() -> store.journal().repeated(about, told)));
            }
        }

        @Test
        default void is_read_in_one_partition_only() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                partition(store);
                ObjectRef young = kept(store, IN_MARCH);
                append(store, young, Given.note("young").with(Given.fingerprint()));
                SpokenSql spoken = new SpokenSql(store.database().dataSource());
                JdbcJournal journal = new JdbcJournal(
                        new Sql(spoken.dataSource()), PlansTest.CIPHER, OrderHeads.ALL, JdbcStore.CHAIN);
                journal.repeated(young, Given.fingerprint());
                journal.story(young);

                for (String verb : List.of("select", "update")) {
                    SpokenSql.Statement said = spoken.statements().stream()
                            .filter(one -> one.sql().startsWith(verb))
                            .filter(one -> one.sql().contains(" journal "))
                            .findFirst()
                            .orElseThrow();
                    assertEquals(List.of("p202603"), partitions(store, explain(), said), said.sql());
                }
            }
        }

        /** Which parts of the journal a statement touches. */
        private static List<String> partitions(JdbcStore store, String explain, SpokenSql.Statement said) {
            return store.database()
                    .sql()
                    .list(
                            "explain",
                            explain + " " + said.sql(),
                            cells -> cells.maybeText("partitions").orElse("none"),
                            said.values().toArray());
        }

        /** As if it had been made then. */
        private static void partition(JdbcStore store) {
            store.database().sql().change("undo", "alter table journal remove partitioning");
            months(store, months -> {
                months.divide(YearMonth.of(2026, 2));
                return true;
            });
        }

        private static <T> T months(JdbcStore store, Function<JournalMonths, T> work) {
            return store.database().apart(sql -> work.apply(new JournalMonths(sql)));
        }

        private static ObjectRef kept(JdbcStore store, Instant at) {
            MerchantId merchant = Given.merchant(store).id();
            Payout payout = GivenPayouts.at(GivenPayouts.payout(merchant), at);
            return ObjectRef.of(GivenPayouts.kept(store, payout).id());
        }

        private static int append(JdbcStore store, ObjectRef about, JournalEntry entry) {
            return store.answer(() -> store.journal().append(about, List.of(entry)));
        }

        private static void owe(JdbcStore store, ObjectRef about, String words) {
            MerchantId merchant =
                    store.payouts().find(about.payoutId()).orElseThrow().merchant();
            store.perform(() -> {
                int owed =
                        store.journal().append(about, List.of(Given.note("owed").with(Bytes.utf8(words))));
                store.outbox()
                        .append(
                                about,
                                owed,
                                Recipient.registered(merchant, Dialect.ENVELOPED, Optional.empty()),
                                Given.NOON);
            });
        }

        private static List<Bytes> due(JdbcStore store, ObjectRef about) {
            return OwedNews.about(store, about, Given.NOON.plusSeconds(1)).stream()
                    .map(OwedNews::body)
                    .toList();
        }

        private static List<Integer> monthsOf(JdbcStore store, ObjectRef about) {
            return store.database()
                    .sql()
                    .list(
                            "read months",
                            "select object_month from journal where object_id = ? order by seq",
                            cells -> cells.integer("object_month"),
                            (Object) Sql.identifier(about.id()));
        }
    }

    @Nested
    class On_MariaDb implements Partitioned {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }

        @Override
        public String explain() {
            return "explain partitions";
        }
    }

    @Nested
    @NeedsOldestMariaDb
    class On_the_oldest_MariaDb implements Partitioned {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.oldestMariaDb();
        }

        @Override
        public String explain() {
            return "explain partitions";
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Partitioned {
        /** MariaDB does not say into which one it inserts. */
        @Test
        void is_written_in_one_partition_only() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                Partitioned.partition(store);
                ObjectRef young = Partitioned.kept(store, IN_MARCH);
                SpokenSql spoken = new SpokenSql(store.database().dataSource());
                Sql sql = new Sql(spoken.dataSource());
                new JdbcTransactions(sql, new SecureRandom())
                        .inOne(() -> new JdbcJournal(sql, PlansTest.CIPHER, OrderHeads.ALL, JdbcStore.CHAIN)
                                .append(young, List.of(Given.note("young"))));

                SpokenSql.Statement said = spoken.statements().stream()
                        .filter(one -> one.sql().startsWith("insert into journal"))
                        .findFirst()
                        .orElseThrow();

                assertEquals(List.of("p202603"), Partitioned.partitions(store, explain(), said));
            }
        }

        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }

        @Override
        public String explain() {
            return "explain format = traditional";
        }
    }
}
