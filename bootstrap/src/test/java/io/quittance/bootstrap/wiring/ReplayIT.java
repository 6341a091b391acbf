package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.Holder;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.merchant.EndpointChange;
import io.quittance.application.merchant.MerchantChange;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.payout.PayoutRetelling;
import io.quittance.application.payout.Payouts;
import io.quittance.application.payout.SettlePayout;
import io.quittance.application.replay.ReplayOrders;
import io.quittance.application.replay.Replaying;
import io.quittance.application.replay.Rereading;
import io.quittance.application.replay.Rereading.NotUnderstood;
import io.quittance.application.store.Given;
import io.quittance.application.story.Summaries;
import io.quittance.application.transaction.Transactions;
import io.quittance.bootstrap.management.Replays;
import io.quittance.bootstrap.management.Replays.Page;
import io.quittance.bootstrap.management.Replays.Wish;
import io.quittance.bootstrap.settings.Settings.Database;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.merchant.Topic;
import io.quittance.domain.payout.Payout;
import io.quittance.http.payout.StoredPayoutNews;
import io.quittance.persistence.database.TestDatabases;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What was told before, told anew")
class ReplayIT {
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";
    private static final long SEED = Long.getLong("replay.seed", System.nanoTime());

    @TempDir
    private Path folder;

    private RunningInstance on(Optional<Database> database, String name) throws Exception {
        return new RunningInstance(
                RunningInstance.settings(folder.resolve(name), FreePorts.find(), database, Optional.empty()));
    }

    private static ToldAtRandom told(RunningInstance running) {
        Merchant merchant = running.instance().part(Merchants.class).all().getFirst();
        Holder holder = new Holder(
                merchant,
                running.instance()
                        .part(Accounts.class)
                        .byMerchant(merchant.id())
                        .getFirst());
        return new ToldAtRandom(running.instance(), holder, SEED);
    }

    @TestFactory
    Stream<DynamicTest> is_decided_as_it_was_by_the_same_build() {
        Stream<DynamicTest> embedded = Stream.of(
                DynamicTest.dynamicTest("on the embedded database", () -> decidesAlike(on(Optional.empty(), "h2"))));
        Stream<DynamicTest> others = Stream.of(Optional.of(TestDatabases.mariaDb()), TestDatabases.external())
                .flatMap(Optional::stream)
                .map(one -> DynamicTest.dynamicTest(
                        "on " + one.url().substring(0, one.url().indexOf('?')),
                        () -> decidesAlike(on(Optional.of(new Database(one.url(), "", "")), "server"))));
        return Stream.concat(embedded, others);
    }

    private static void decidesAlike(RunningInstance running) {
        try (running) {
            Map<String, Integer> heard = told(running).tell();
            Replays replays = running.instance().part(Replays.class);
            assertEquals(heard.keySet(), Set.copyOf(replays.kinds()), "each kind is told of");

            for (String kind : replays.kinds()) {
                Page all = all(replays, kind);
                assertEquals(List.of(), all.differences(), kind + ", seed " + SEED);
                assertEquals(heard.get(kind), all.messages(), kind + ", seed " + SEED);
                assertEquals(0, all.skipped());
            }
        }
    }

    /** Page by page, three at a time. */
    private static Page all(Replays replays, String kind) {
        Page sum = new Page(0, 0, 0, List.of(), Optional.empty());
        Optional<String> behind = Optional.empty();
        do {
            Page page = replays.replay(new Wish(kind, LONG_AGO, behind, 3));
            sum = new Page(
                    sum.orders() + page.orders(),
                    sum.messages() + page.messages(),
                    sum.skipped() + page.skipped(),
                    Stream.concat(sum.differences().stream(), page.differences().stream())
                            .toList(),
                    Optional.empty());
            behind = page.behind();
        } while (behind.isPresent());
        return sum;
    }

    @Test
    void is_found_where_a_rule_has_changed_and_nowhere_else() throws Exception {
        try (RunningInstance running = on(Optional.empty(), "changed")) {
            ToldAtRandom told = told(running);
            told.tell();
            // As if this build took no payout back that is over 15.
            ReplayOrders.Page page = replayed(
                    running,
                    StoredPayoutNews.reader(),
                    payout -> payout.trade().amount().intValue() > 15);

            assertEquals(told.bouncedAbove(15), orders(page), "seed " + SEED);
            assertTrue(
                    page.differences().stream()
                            .allMatch(one -> one.then().contains("BOUNCEBACK")
                                    && !one.now().contains("BOUNCEBACK")),
                    page.toString());
        }
    }

    @Test
    void is_no_matter_of_how_many_endpoints_there_were() throws Exception {
        try (RunningInstance running = on(Optional.empty(), "endpoints")) {
            for (PayoutDialect dialect : PayoutDialect.values()) {
                String name = dialect.name().toLowerCase(Locale.ROOT);
                change(
                        running,
                        new EndpointChange(
                                name,
                                Optional.of(URI.create("http://localhost/" + name)),
                                Optional.of(dialect),
                                Optional.of(Set.of(Topic.PAYOUT)),
                                Optional.empty(),
                                Optional.empty()));
            }
            told(running).tell();
            Replays replays = running.instance().part(Replays.class);
            assertEquals(List.of(), all(replays, "payout").differences(), "seed " + SEED);

            for (PayoutDialect dialect : PayoutDialect.values()) {
                change(running, EndpointChange.removal(dialect.name().toLowerCase(Locale.ROOT), Instant.now()));
            }

            assertEquals(List.of(), all(replays, "payout").differences(), "seed " + SEED);
        }
    }

    private static void change(RunningInstance running, EndpointChange change) {
        Merchants merchants = running.instance().part(Merchants.class);
        running.instance()
                .part(Transactions.class)
                .inOne(() -> merchants.change(merchants.all().getFirst().app(), MerchantChange.of(change), Given.DEED));
    }

    @Test
    void is_found_where_a_reader_understands_no_more() throws Exception {
        try (RunningInstance running = on(Optional.empty(), "unread")) {
            ToldAtRandom told = told(running);
            told.tell();
            ReplayOrders.Page page = replayed(
                    running,
                    (raw, at) -> {
                        if (raw.asUtf8().contains("\"FAILED\"")) {
                            throw new NotUnderstood("data.status (expected: another)");
                        }
                        return StoredPayoutNews.reader().read(raw, at);
                    },
                    _ -> false);

            assertEquals(told.heardOfFailure(), orders(page), "seed " + SEED);
            assertTrue(
                    page.differences().stream()
                            .allMatch(one -> one.now().equals("not understood: data.status (expected: another)")),
                    page.toString());
        }
    }

    @Test
    void is_told_of_all_others_where_one_order_cannot_be_read() throws Exception {
        try (RunningInstance running = on(Optional.empty(), "damaged")) {
            told(running).tell();
            Replays replays = running.instance().part(Replays.class);
            Page before = all(replays, "payout");
            running.instance().part(Store.class).database().sql().change("change a body by hand", """
                update journal set body = ? where kind = 'RECEIVED' and object_id =
                  (select min(object_id) from journal where object_kind = 'PAYOUT' and kind = 'RECEIVED')
                """, new byte[60]);

            Page after = all(replays, "payout");

            assertEquals(before.orders(), after.orders());
            assertEquals(1, after.differences().size(), "seed " + SEED);
            String now = after.differences().getFirst().now();
            assertTrue(now.startsWith("cannot be read: journal entry "), now);
        }
    }

    private static Set<String> orders(ReplayOrders.Page page) {
        return page.differences().stream().map(one -> one.about().id()).collect(Collectors.toSet());
    }

    private static ReplayOrders.Page replayed(
            RunningInstance running, Rereading<SettlePayout.Told> reader, Predicate<Payout> keeps) {
        Instance instance = running.instance();
        var changed = new ChangedRule(new PayoutRetelling(instance.part(Payouts.class), reader), keeps);
        return new Replaying(
                        Map.of(ObjectRef.Kind.PAYOUT, changed),
                        instance.part(Summaries.class),
                        instance.part(Journal.class),
                        instance.part(Accounts.class),
                        _ -> true,
                        instance.part(Transactions.class))
                .replay(ObjectRef.Kind.PAYOUT, Instant.parse(LONG_AGO), Optional.empty(), 500);
    }

    @Test
    void is_asked_for_in_words_that_make_sense() throws Exception {
        try (RunningInstance running = on(Optional.empty(), "asked")) {
            Replays replays = running.instance().part(Replays.class);

            assertTrouble("Of a relay no message decides anything", replays, "relay", LONG_AGO, 1);
            assertTrouble("There is no kind refund", replays, "refund", LONG_AGO, 1);
            assertTrouble("The time is yesterday", replays, "capture", "yesterday", 1);
            assertTrouble("The limit is 501", replays, "capture", LONG_AGO, 501);
        }
    }

    private static void assertTrouble(String begins, Replays replays, String kind, String since, int limit) {
        Trouble trouble =
                assertThrows(Trouble.class, () -> replays.replay(new Wish(kind, since, Optional.empty(), limit)));
        assertTrue(trouble.getMessage().startsWith(begins), trouble.getMessage());
    }
}
