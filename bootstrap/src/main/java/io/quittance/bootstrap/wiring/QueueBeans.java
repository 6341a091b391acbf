package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errands;
import io.quittance.application.errand.ErrandsByKind;
import io.quittance.application.errand.RunErrand;
import io.quittance.application.journal.Journal;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.merchant.Holders;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.Delivery;
import io.quittance.application.notification.DeliveryService;
import io.quittance.application.notification.GatewaySignature;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.notification.NotificationSender;
import io.quittance.application.shard.Arrivals;
import io.quittance.application.shard.Arrivals.Place;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Bells;
import io.quittance.application.shard.FarBell;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.HeldLanes;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.Member;
import io.quittance.application.shard.QueueWorker;
import io.quittance.application.shard.QueueWorker.Queue;
import io.quittance.application.shard.Shards;
import io.quittance.application.shard.Ticker;
import io.quittance.application.shard.Workplace;
import io.quittance.application.transaction.Flush;
import io.quittance.application.transaction.SharedFlush;
import io.quittance.application.upstream.ErrandRunner;
import io.quittance.application.upstream.HeldAccounts;
import io.quittance.application.upstream.Inquiry;
import io.quittance.application.upstream.MarkOverdue;
import io.quittance.bootstrap.management.Figure;
import io.quittance.bootstrap.management.Survey;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.wiring.SimulatorBeans.SimulatorWorker;
import io.quittance.persistence.transaction.JdbcFlush;
import io.quittance.persistence.transaction.JdbcTransactions;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;

/** Who works off what is owed. */
@Factory
final class QueueBeans {
    /** Named by chance, so that a restarted instance is never taken for the one before. */
    @Singleton
    Leases leases(Shards shards, Settings settings, SecureRandom random, Ticker ticker) {
        String name = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        return new Leases(shards, new Member(name, HostName.own() + ":" + settings.port(), Release.number()), ticker);
    }

    @Singleton
    Figure shardsHeld(Leases leases) {
        return new Figure(
                "quittance.shards.held",
                "shards that this instance works off",
                () -> leases.current().size());
    }

    @Singleton
    Ticker ticker() {
        return System::nanoTime;
    }

    @Singleton
    Bells bells() {
        return new Bells(new Bell(), new Bell());
    }

    /** The simulator's worker has no bell of its own: who takes an order says when its result is due. */
    @Singleton
    FarBell farBell(
            Arrivals arrivals, Workplace workplace, Workers workers, Bells bells, Optional<SimulatorWorker> simulator) {
        FarBell far = new FarBell(arrivals, workplace);
        far.tell(Place.ERRANDS, bells.errands(), workers.errands()::expect);
        far.tell(Place.DELIVERIES, bells.deliveries(), workers.deliveries()::expect);
        simulator.ifPresent(one -> far.tell(Place.SIMULATED_RESULTS, new Bell(), one.results()::expect));
        return far;
    }

    /** On connections of their own: what is owed must not starve the requests, nor they it. */
    @Singleton
    Fence fence(Shards shards, Store store, SecureRandom random) {
        return new Fence(shards, new JdbcTransactions(store.database().work(), random));
    }

    @Singleton
    HeldAccounts held() {
        return new HeldAccounts();
    }

    @Singleton
    Figure heldAccounts(HeldAccounts held) {
        return new Figure(
                "quittance.accounts.held",
                "merchants whose configuration upstream refuses",
                () -> held.all().size());
    }

    @Singleton
    MarkOverdue markOverdue(Collection<Inquiry<?, ?>> inquiries, Office office) {
        return new MarkOverdue(inquiries.stream().map(Inquiry::orders).toList(), office);
    }

    @Singleton
    RunErrand askingUpstream(
            Collection<Inquiry<?, ?>> inquiries,
            MarkOverdue overdue,
            Office office,
            Holders holders,
            Fence fence,
            HeldAccounts held) {
        return new ErrandRunner(inquiries, overdue, office, holders, fence, held);
    }

    @Singleton
    DeliveryService deliveryService(
            NotificationOutbox outbox,
            Journal journal,
            Merchants merchants,
            Fence fence,
            DeliveryService.Outgoing outgoing,
            InstantSource clock) {
        return new DeliveryService(outbox, journal, merchants, fence, outgoing, clock);
    }

    @Singleton
    DeliveryService.Outgoing outgoing(
            GatewaySignature signature, NotificationSender sender, Leases leases, HeldLanes endpoints, Flush flush) {
        return new DeliveryService.Outgoing(signature, sender, leases::holds, endpoints, flush);
    }

    @Singleton
    Flush flush(Store store, SecureRandom random) {
        return store.database().showsCommitsEarly()
                ? new SharedFlush(new JdbcFlush(store.database().work(), random))
                : Flush.NEEDLESS;
    }

    /**
     * The two workers. What concerns one app shares a lane, deliveries too: apps that are told at one host, as on a
     * platform for shops, must not wait for each other's dead endpoints.
     */
    record Workers(QueueWorker<Errand> errands, QueueWorker<Delivery> deliveries) {}

    @Singleton
    Workers workers(
            Workplace workplace,
            Errands errands,
            Collection<RunErrand> runners,
            NotificationOutbox outbox,
            DeliveryService deliver,
            HeldLanes endpoints,
            Bells bells) {
        return new Workers(
                new QueueWorker<>(
                        new Queue<>("errands", errands.owed(), new ErrandsByKind(runners)::run, false),
                        workplace,
                        bells.errands()),
                new QueueWorker<>(
                        new Queue<>("deliveries", outbox.owed(), deliver::attempt, true, Optional.of(endpoints)),
                        workplace,
                        bells.deliveries()));
    }

    @Singleton
    Workplace workplace(Leases leases, Fence fence, InstantSource clock, Ticker ticker) {
        return new Workplace(leases, fence, clock, ticker);
    }

    @Singleton
    Figure errandsInHand(Workers workers) {
        return new Figure("quittance.errands.in.hand", "errands being run", workers.errands()::inHand);
    }

    @Singleton
    Figure endpointsHeld(Workers workers) {
        return new Figure(
                "quittance.endpoints.held",
                "endpoints that are told nothing until they are released",
                workers.deliveries()::heldLanes);
    }

    @Singleton
    Figure deliveriesInHand(Workers workers) {
        return new Figure("quittance.deliveries.in.hand", "deliveries being made", workers.deliveries()::inHand);
    }

    @Singleton
    Survey deliveriesParked(NotificationOutbox outbox) {
        return Survey.of("quittance.deliveries.parked", "deliveries that wait for a person", outbox::parked);
    }

    @Singleton
    Survey errandsAside(Errands errands) {
        return Survey.of("quittance.errands.aside", "errands that could not be read or run", errands.owed()::aside);
    }

    @Singleton
    Survey deliveriesAside(NotificationOutbox outbox) {
        return Survey.of(
                "quittance.deliveries.aside", "deliveries that could not be read or made", outbox.owed()::aside);
    }
}
