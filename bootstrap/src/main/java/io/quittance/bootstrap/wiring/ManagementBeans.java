package io.quittance.bootstrap.wiring;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.quittance.application.account.Accounts;
import io.quittance.application.audit.JournalVerifying;
import io.quittance.application.audit.JournalVouching;
import io.quittance.application.audit.KeptJournal;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Journal;
import io.quittance.application.key.KeyUses;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.merchant.Holders;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.TryEndpoint;
import io.quittance.application.removal.RemoveMerchant;
import io.quittance.application.repair.Endable;
import io.quittance.application.repair.OrderRepair;
import io.quittance.application.shard.HeldLanes;
import io.quittance.application.shard.Ticker;
import io.quittance.application.story.StoryTelling;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.TellStory;
import io.quittance.application.transaction.Transactions;
import io.quittance.application.upstream.FollowedOrders;
import io.quittance.application.upstream.Inquiry;
import io.quittance.bootstrap.demo.DemoFolder;
import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.keys.GatewayPairs;
import io.quittance.bootstrap.keys.GatewayPairs.Pair;
import io.quittance.bootstrap.management.AccountChanges;
import io.quittance.bootstrap.management.AppAccounts;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.management.Audits;
import io.quittance.bootstrap.management.BodyKeyDesk;
import io.quittance.bootstrap.management.Figure;
import io.quittance.bootstrap.management.KeptAudits;
import io.quittance.bootstrap.management.KeptBackups;
import io.quittance.bootstrap.management.KeptRepairs;
import io.quittance.bootstrap.management.KeptStories;
import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.KnownKeys;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.management.Meters;
import io.quittance.bootstrap.management.OwnKeys;
import io.quittance.bootstrap.management.OwnNames;
import io.quittance.bootstrap.management.RegisteredAccounts;
import io.quittance.bootstrap.management.RegisteredApps;
import io.quittance.bootstrap.management.RegisteredEndpoints;
import io.quittance.bootstrap.management.RegisteredKeys;
import io.quittance.bootstrap.management.Repairs;
import io.quittance.bootstrap.management.Simulations;
import io.quittance.bootstrap.management.Stories;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.wiring.QueueBeans.Workers;
import io.quittance.http.acquirer.AccountForm;
import io.quittance.http.acquirer.Acquirers;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.notification.KnownTerms;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.peer.Proxies;
import io.quittance.http.server.BoundedClients;
import io.quittance.http.signing.NewKeys;
import io.quittance.http.simulator.SimulatorAuthorizations;
import io.quittance.http.simulator.SimulatorDesk;
import io.quittance.http.tls.FreshCertificate;
import io.quittance.http.wire.StrangerGate;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.audit.JdbcKeptJournal;
import io.quittance.persistence.story.JdbcOpenMatters;
import io.quittance.persistence.story.JdbcOutstanding;
import io.quittance.persistence.story.JdbcSummaries;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** What operators see, and what everything shares. */
@Factory
final class ManagementBeans {
    /** The framework has one, too. */
    @Singleton
    @Primary
    InstantSource clock(TimeOfDay time) {
        return time.clock();
    }

    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Singleton
    PrometheusMeterRegistry registry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Singleton
    Meters meters(PrometheusMeterRegistry registry) {
        return new Meters(registry);
    }

    @Singleton
    BoundedClients clients(Settings settings, Ticker ticker) {
        return new BoundedClients(
                settings.clients(),
                ticker,
                "https".equalsIgnoreCase(settings.publicUrl().getScheme()));
    }

    @Singleton
    StrangerGate gate(Settings settings, InstantSource clock) {
        return new StrangerGate(settings.edge().strangers(), clock);
    }

    @Singleton
    Proxies proxies(Settings settings) {
        return settings.edge().proxies();
    }

    @Singleton
    @Requires(bean = FreshCertificate.class)
    Figure certificate(FreshCertificate certificate) {
        return new Figure(
                "quittance.certificate.days",
                "days that the public port's certificate is valid",
                certificate::daysLeft);
    }

    @Singleton
    Figure connections(BoundedClients clients) {
        return new Figure("quittance.connections", "connections open at both ports", clients::open);
    }

    @Singleton
    Apps apps(
            Merchants merchants,
            Accounts accounts,
            Settings settings,
            NotifyUrls places,
            NewKeys keys,
            InstantSource clock,
            AccountChanges changes,
            Store store,
            RegisteredEndpoints endpoints) {
        RemoveMerchant removing = new RemoveMerchant(
                merchants, new JdbcOpenMatters(store.database().sql()));
        return new RegisteredApps(
                merchants, accounts, settings.simulated(), places, keys, clock, changes, removing, endpoints::moved);
    }

    @Singleton
    NewKeys newKeys(Merchants merchants, Accounts accounts, GatewayPairs gateway, Settings settings) {
        PayerMaxAccounts payermax = new PayerMaxAccounts(accounts);
        return new NewKeys(new KnownKeys(
                () -> gateway.all().stream().map(Pair::open).toList(),
                () -> new DemoFolder(settings.data()).simulatorKey(),
                payermax::theirs,
                payermax::ours,
                merchants));
    }

    @Singleton
    Keys keys(
            Merchants merchants,
            Accounts accounts,
            AccountChanges changes,
            NewKeys keys,
            KeyUses uses,
            GatewayPairs gateway,
            BodyKeyDesk bodies,
            InstantSource clock) {
        OwnKeys own = new OwnKeys(gateway, bodies, keys, clock);
        return new RegisteredKeys(merchants, accounts, changes, keys, uses, own, clock);
    }

    @Singleton
    AccountChanges accountChanges(Accounts accounts, Collection<AccountForm> forms) {
        return new AccountChanges(accounts, forms);
    }

    @Singleton
    RegisteredEndpoints endpoints(
            Merchants merchants,
            HeldLanes held,
            Office office,
            Workers workers,
            TryEndpoint trial,
            NotifyUrls addresses,
            KnownTerms terms) {
        return new RegisteredEndpoints(merchants, held, office, workers.deliveries(), trial, addresses, terms);
    }

    @Singleton
    Summaries summaries(Store store) {
        return new JdbcSummaries(store.database().sql());
    }

    @Singleton
    TellStory telling(
            Summaries summaries,
            Store store,
            Discrepancies discrepancies,
            Journal journal,
            Transactions transactions,
            InstantSource clock,
            Collection<Inquiry<?, ?>> inquiries) {
        return new StoryTelling(
                summaries,
                new JdbcOutstanding(store.database().sql()),
                discrepancies,
                journal,
                transactions,
                clock,
                inquiries.stream()
                        .map(Inquiry::orders)
                        .collect(Collectors.toMap(FollowedOrders::kind, FollowedOrders::overdueAfter)));
    }

    @Singleton
    Stories stories(Summaries summaries, TellStory telling, Merchants merchants, InstantSource clock) {
        return new KeptStories(summaries, telling, merchants, clock);
    }

    @Singleton
    Audits audits(Store store, Journal journal, Transactions transactions, InstantSource clock) {
        KeptJournal kept = new JdbcKeptJournal(store.database().sql(), store.cipher(), OrderHeads.ALL);
        return new KeptAudits(
                new JournalVerifying(kept, store.chain()),
                new JournalVouching(kept, store.chain(), journal, transactions, clock));
    }

    @Singleton
    Repairs repairs(Collection<Endable<?, ?>> kinds, Holders holders, Office office) {
        return new KeptRepairs(new OrderRepair(kinds, holders, office));
    }

    @Singleton
    AppAccounts appAccounts(
            Merchants merchants,
            Accounts accounts,
            AccountChanges changes,
            Acquirers acquirers,
            Settings settings,
            InstantSource clock) {
        return new RegisteredAccounts(merchants, accounts, changes, acquirers, AcquirerBeans.usual(settings), clock);
    }

    @Singleton
    Simulations simulations(Optional<SimulatorDesk> desk, Optional<Demo> demo, Merchants merchants, Accounts accounts) {
        return new Simulations(desk.map(SimulatorAuthorizations::new), demo.map(Demo::appId), merchants, accounts);
    }

    @Singleton
    KeptBackups backups(Store store, Settings settings, InstantSource clock) {
        return new KeptBackups(store.database(), settings.data(), clock);
    }

    @Singleton
    OwnNames ownNames(Settings settings) {
        return OwnNames.of(settings.managementNames(), HostName.own(), settings.managementHost());
    }

    @Singleton
    ManagementToken token(Settings settings) {
        return ManagementToken.open(settings.data());
    }
}
