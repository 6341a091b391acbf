package io.quittance.persistence.store;

import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.quittance.application.audit.Chain;
import io.quittance.application.store.Store;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.account.JdbcAccounts;
import io.quittance.persistence.audit.JdbcKeptJournal;
import io.quittance.persistence.authorization.JdbcAuthorizations;
import io.quittance.persistence.authorization.JdbcPayments;
import io.quittance.persistence.capture.JdbcOperations;
import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.HmacAuditKey;
import io.quittance.persistence.errand.JdbcErrands;
import io.quittance.persistence.journal.JdbcDiscrepancies;
import io.quittance.persistence.journal.JdbcJournal;
import io.quittance.persistence.merchant.JdbcEndpointTerms;
import io.quittance.persistence.merchant.JdbcMerchants;
import io.quittance.persistence.notification.JdbcOutbox;
import io.quittance.persistence.paymentlink.JdbcPaymentLinks;
import io.quittance.persistence.payout.JdbcPayouts;
import io.quittance.persistence.relay.JdbcNewsTold;
import io.quittance.persistence.relay.JdbcRelays;
import io.quittance.persistence.request.JdbcSpentRequests;
import io.quittance.persistence.shard.JdbcArrivals;
import io.quittance.persistence.shard.JdbcHeldLanes;
import io.quittance.persistence.shard.JdbcShards;
import io.quittance.persistence.simulator.JdbcSimulatedOrders;
import io.quittance.persistence.transaction.JdbcTransactions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;

/** All adapters of this module on one database. The three that contracts run on are opened once and shared. */
public record JdbcStore(
        Database database,
        ApplicationContext context,
        JdbcTransactions transactions,
        JdbcOperations operations,
        JdbcPayouts payouts,
        JdbcAuthorizations authorizations,
        JdbcPayments payments,
        JdbcRelays relays,
        JdbcSpentRequests spentRequests,
        JdbcNewsTold newsTold,
        JdbcPaymentLinks paymentLinks,
        JdbcJournal journal,
        JdbcKeptJournal keptJournal,
        JdbcDiscrepancies discrepancies,
        JdbcErrands errands,
        JdbcOutbox outbox,
        JdbcShards shards,
        JdbcArrivals arrivals,
        JdbcHeldLanes heldLanes,
        JdbcSimulatedOrders simulatedOrders,
        JdbcMerchants merchants,
        JdbcAccounts accounts,
        JdbcEndpointTerms endpointTerms)
        implements Store, AutoCloseable {

    /** What all of them seal with. */
    public static final Chain CHAIN = new Chain(HmacAuditKey.of(new byte[HmacAuditKey.KEY_BYTES]));

    private static final class H2 {
        private static final JdbcStore STORE = shared(TestDatabases.h2InMemory());
    }

    private static final class MariaDb {
        private static final JdbcStore STORE = shared(TestDatabases.mariaDb());
    }

    private static final class MySql {
        private static final JdbcStore STORE = shared(TestDatabases.external().orElseThrow());
    }

    public static JdbcStore onH2() {
        return H2.STORE;
    }

    public static JdbcStore onMariaDb() {
        return MariaDb.STORE;
    }

    /** Only in tests that say {@link NeedsMySql}. */
    public static JdbcStore onMySql() {
        return MySql.STORE;
    }

    private static JdbcStore shared(DatabaseSettings settings) {
        JdbcStore store = open(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        return store;
    }

    public static JdbcStore open(DatabaseSettings settings) {
        return open(settings, BodyCipher.of(new byte[BodyCipher.KEY_BYTES], new SecureRandom()));
    }

    public static JdbcStore open(DatabaseSettings settings, BodyCipher cipher) {
        Database database = Database.open(settings);
        var sql = database.sql();
        var transactions = new JdbcTransactions(sql, new SecureRandom());
        ApplicationContext context = context(database, cipher);
        return new JdbcStore(
                database,
                context,
                transactions,
                new JdbcOperations(sql),
                new JdbcPayouts(sql, cipher),
                new JdbcAuthorizations(sql),
                new JdbcPayments(sql),
                new JdbcRelays(sql),
                new JdbcSpentRequests(sql),
                new JdbcNewsTold(sql),
                new JdbcPaymentLinks(sql, cipher),
                new JdbcJournal(sql, cipher, OrderHeads.ALL, CHAIN),
                new JdbcKeptJournal(sql, cipher, OrderHeads.ALL),
                new JdbcDiscrepancies(sql, cipher),
                new JdbcErrands(sql, "1.0"),
                new JdbcOutbox(sql, cipher, OrderHeads.ALL, "1.0"),
                new JdbcShards(database, InstantSource.system(), () -> ""),
                new JdbcArrivals(database),
                new JdbcHeldLanes(database.sql(), "delivery"),
                new JdbcSimulatedOrders(sql, cipher, "1.0"),
                context.getBean(JdbcMerchants.class),
                context.getBean(JdbcAccounts.class),
                context.getBean(JdbcEndpointTerms.class));
    }

    private static ApplicationContext context(Database database, BodyCipher cipher) {
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(Map.of("datasources.default.dialect", "MYSQL"))
                .banner(false)
                .build();
        context.registerSingleton(DataSource.class, database.dataSource(), Qualifiers.byName("default"));
        context.registerSingleton(BodyCipher.class, cipher);
        return context.start();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
