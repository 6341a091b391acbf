package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.quittance.application.merchant.Holders;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.QueueWorker;
import io.quittance.application.shard.Ticker;
import io.quittance.application.simulator.SimulatedOrders;
import io.quittance.application.simulator.UntoldResult;
import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.demo.DemoInbox;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.http.notification.HttpNotificationSender;
import io.quittance.http.notification.RsaGatewaySignature;
import io.quittance.http.outbound.SignedPost;
import io.quittance.http.simulator.SimulatedResults;
import io.quittance.http.simulator.SimulatorNotifier;
import io.quittance.persistence.simulator.JdbcSimulatedOrders;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;

/** The built-in far end: what it keeps, who tells its results, and where the demo merchant hears them. */
@Factory
final class SimulatorBeans {
    @Singleton
    SimulatedOrders simulatedOrders(Store store) {
        return new JdbcSimulatedOrders(store.database().sql(), store.cipher());
    }

    @Singleton
    @Requires(bean = Demo.class)
    SimulatorNotifier notifier(
            Collection<SimulatedResults> results,
            SimulatedOrders orders,
            Fence fence,
            Holders holders,
            SimulatorNotifier.Outbound outbound,
            InstantSource clock) {
        return new SimulatorNotifier(results, orders, fence, holders, outbound, clock);
    }

    @Singleton
    @Requires(bean = Demo.class)
    SimulatorNotifier.Outbound outbound(@Named(OutwardBeans.UPSTREAM) SignedPost post, Demo demo, Settings settings) {
        return new SimulatorNotifier.Outbound(
                new RsaGatewaySignature(demo.simulator()), new HttpNotificationSender(post), settings.localUrl());
    }

    /** Who tells its results. */
    record SimulatorWorker(QueueWorker<UntoldResult> results) {}

    /** No bell: who takes an order says when its result is due. */
    @Singleton
    @Requires(bean = Demo.class)
    SimulatorWorker worker(SimulatorNotifier notifier, Leases leases, InstantSource clock, Ticker ticker) {
        return new SimulatorWorker(new QueueWorker<>(notifier.queue(), leases, clock, ticker, new Bell()));
    }

    @Singleton
    @Requires(bean = Demo.class)
    DemoInbox demoInbox(Store store, InstantSource clock) {
        return new DemoInbox(store.keys().gateway().getPublic(), clock);
    }
}
