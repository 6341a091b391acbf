package io.quittance.http.simulator;

import static io.quittance.http.outbound.LoopbackServer.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.GivenShards;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.QueueWorker;
import io.quittance.application.shard.Workplace;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.application.simulator.SimulatedOrders;
import io.quittance.application.simulator.UntoldResult;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.http.capture.OperationPage;
import io.quittance.http.capture.OperationWire;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.notification.HttpNotificationSender;
import io.quittance.http.notification.RsaGatewaySignature;
import io.quittance.http.outbound.Independent;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.LoopbackServer.Received;
import java.net.URI;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tests of the notifier share: a store with a merchant, keys of the simulator, and a way out. */
final class Simulation implements AutoCloseable {
    static final KeyPair SIMULATOR = Independent.keys();
    static final String ACKNOWLEDGED = ok("{\"code\":\"SUCCESS\",\"msg\":\"Success\"}");

    final HandClock clock = new HandClock(Given.NOON);
    final InMemoryStore store = InMemoryStore.at(clock);
    final Merchant merchant = Given.merchant(store);
    private final JsonPost post = new JsonPost(LoopbackServer.PATIENT, "test");

    private final Leases leases = new Leases(store.shards(), GivenShards.member("this run"), System::nanoTime);
    private final Bell bell = new Bell();

    Simulation() {
        leases.start();
    }

    @Override
    public void close() {
        leases.close();
        post.close();
    }

    QueueWorker<UntoldResult> notifier(URI base) {
        return notifier(store.simulatedOrders(), base, clock);
    }

    QueueWorker<UntoldResult> notifier(SimulatedOrders orders, URI base, InstantSource time) {
        var notifier = new SimulatorNotifier(
                List.of(new SimulatedOperation(OperationPage.CAPTURE)),
                orders,
                fence(),
                Given.holders(store),
                new SimulatorNotifier.Outbound(
                        new RsaGatewaySignature(SIMULATOR), new HttpNotificationSender(post, clock), base),
                time);
        return new QueueWorker<>(notifier.queue(), new Workplace(leases, fence(), time, System::nanoTime), bell);
    }

    private Fence fence() {
        return new Fence(store.shards(), store.transactions());
    }

    /** There may be something to tell now. */
    void wake(SimulatedOrder order) {
        bell.ring(order.stretch());
    }

    SimulatedOrder add(Verdict verdict, Optional<Failure> failure) {
        return add(order(merchant.id(), "R1", verdict, failure, Given.NOON));
    }

    SimulatedOrder add(SimulatedOrder order) {
        assertEquals(
                Optional.empty(), store.answer(() -> store.simulatedOrders().add(order)));
        return order;
    }

    static SimulatedOrder order(
            MerchantId merchant, String request, Verdict verdict, Optional<Failure> failure, Instant settledAt) {
        return new SimulatedOrder(
                Given.unique("S"),
                merchant,
                Given.account(merchant),
                "capture",
                request,
                JsonWriter.object(data -> OperationWire.Request.write(
                        data, GivenOperations.capture(merchant, Given.unique("C"), request))),
                Given.NOON.minusSeconds(2),
                verdict,
                failure,
                settledAt,
                Optional.of(settledAt),
                0,
                0);
    }

    SimulatedOrder now(SimulatedOrder order) {
        return store.simulatedOrders()
                .find(order.merchant(), order.operation(), order.request())
                .orElseThrow();
    }

    static String number(Received told) {
        return ((Map<?, ?>) Independent.json(told.body()).get("data"))
                .get("captureNo")
                .toString();
    }
}
