package io.quittance.bootstrap.wiring;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.quittance.application.merchant.Holders;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.paymentlink.PaymentLinks;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.QueueWorker;
import io.quittance.application.shard.Workplace;
import io.quittance.application.simulator.SimulatedOrders;
import io.quittance.application.simulator.UntoldResult;
import io.quittance.application.transaction.Transactions;
import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.demo.DemoInbox;
import io.quittance.bootstrap.keys.GatewayPairs;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Upstream;
import io.quittance.http.acquirer.Acquirer;
import io.quittance.http.acquirer.Reach;
import io.quittance.http.capture.OperationPage;
import io.quittance.http.notification.HttpNotificationSender;
import io.quittance.http.notification.RsaGatewaySignature;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.payerpage.PayerPageController;
import io.quittance.http.payerpage.PayerPages;
import io.quittance.http.simulator.LinkCashier;
import io.quittance.http.simulator.SimulatedAuthorization;
import io.quittance.http.simulator.SimulatedOperation;
import io.quittance.http.simulator.SimulatedPayment;
import io.quittance.http.simulator.SimulatedPayout;
import io.quittance.http.simulator.SimulatedResults;
import io.quittance.http.simulator.SimulatorDesk;
import io.quittance.http.simulator.SimulatorLinkAcquirer;
import io.quittance.http.simulator.SimulatorNotifier;
import io.quittance.http.simulator.SimulatorOperationAcquirer;
import io.quittance.http.simulator.SimulatorPassThrough;
import io.quittance.http.simulator.SimulatorPayoutAcquirer;
import io.quittance.persistence.simulator.JdbcSimulatedOrders;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/**
 * The built-in far end, where it settles: what it keeps, who tells its results, where payers pay, and where the demo
 * merchant hears of it.
 */
@Factory
@Requires(bean = Demo.class)
final class SimulatorBeans {
    private static final String OWN_PORT = "own port";

    @Singleton
    SimulatedOrders simulatedOrders(Store store) {
        return new JdbcSimulatedOrders(store.database().sql(), store.cipher(), Release.number());
    }

    @Singleton
    SimulatorNotifier notifier(
            Collection<SimulatedResults> results,
            SimulatedOrders orders,
            Fence fence,
            Holders holders,
            SimulatorNotifier.Outbound outbound,
            InstantSource clock) {
        return new SimulatorNotifier(results, orders, fence, holders, outbound, clock);
    }

    /** Where that speaks TLS, only the simulator may pass over whom its certificate names. */
    @Singleton
    @Named(OWN_PORT)
    @Bean(preDestroy = "close")
    JsonPost toOwnPort() {
        return JsonPost.toOwnPort(OutwardBeans.ROOM.errands(), Release.number());
    }

    @Singleton
    SimulatorNotifier.Outbound outbound(
            @Named(OutwardBeans.UPSTREAM) JsonPost upstream,
            @Named(OWN_PORT) BeanProvider<JsonPost> overTls,
            Demo demo,
            Settings settings,
            InstantSource clock) {
        JsonPost post = settings.edge().tls().isPresent() ? overTls.get() : upstream;
        return new SimulatorNotifier.Outbound(
                new RsaGatewaySignature(demo.simulator()),
                new HttpNotificationSender(post, clock),
                settings.localUrl());
    }

    @Singleton
    SimulatorDesk desk(
            SimulatedOrders orders,
            Transactions transactions,
            SimulatorWorker worker,
            SecureRandom random,
            Delay delay,
            InstantSource clock) {
        return new SimulatorDesk(orders, transactions, random, clock, delay.time(), worker.results()::expect);
    }

    /** It signs for everybody, with the same key. */
    @Singleton
    Acquirer simulator(SimulatorDesk desk, SimulatedPayout payouts, Demo demo, Settings settings, InstantSource clock) {
        SimulatorOperationAcquirer operations = new SimulatorOperationAcquirer(desk);
        URI pages = URI.create(settings.publicUrl() + PayerPageController.PATH);
        return Acquirer.named(SimulatorDesk.SIMULATOR, Reach.CERTAIN)
                .capturing(operations)
                .cancelling(operations)
                .paying(new SimulatorPayoutAcquirer(desk, payouts))
                .answering(new SimulatorPassThrough(desk, payouts))
                .linking(new SimulatorLinkAcquirer(desk, pages, clock))
                .signing(_ -> List.of(demo.simulator().getPublic()));
    }

    @Singleton
    SimulatedResults simulatedCapture() {
        return new SimulatedOperation(OperationPage.CAPTURE);
    }

    @Singleton
    SimulatedResults simulatedCancel() {
        return new SimulatedOperation(OperationPage.CANCEL);
    }

    @Singleton
    SimulatedResults simulatedAuthorization() {
        return new SimulatedAuthorization();
    }

    @Singleton
    SimulatedResults simulatedPayment() {
        return new SimulatedPayment();
    }

    @Singleton
    SimulatedPayout simulatedPayout(Delay delay) {
        return new SimulatedPayout(delay.time());
    }

    @Singleton
    PayerPages payerPages(
            PaymentLinks links, Merchants merchants, SimulatorDesk desk, SecureRandom random, InstantSource clock) {
        return new PayerPages(links, merchants, new LinkCashier(desk), random, clock);
    }

    /** How long it takes to settle. */
    record Delay(Duration time) {}

    @Singleton
    Delay delay(Settings settings) {
        return switch (settings.upstream()) {
            case Upstream.Simulator(var time, var _) -> new Delay(time);
            case Upstream.PayerMax _ -> throw new IllegalStateException("the simulator settles beside nobody");
        };
    }

    /** Who tells its results. */
    record SimulatorWorker(QueueWorker<UntoldResult> results) {}

    /** No bell: who takes an order says when its result is due. */
    @Singleton
    SimulatorWorker worker(SimulatorNotifier notifier, Workplace workplace) {
        return new SimulatorWorker(new QueueWorker<>(notifier.queue(), workplace, new Bell()));
    }

    @Singleton
    DemoInbox demoInbox(GatewayPairs gateway, InstantSource clock) {
        return new DemoInbox(gateway::open, clock);
    }
}
