package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.merchant.Holders;
import io.quittance.application.notification.GatewaySignature;
import io.quittance.application.notification.NotificationSender;
import io.quittance.application.notification.NotificationSender.Acknowledged;
import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.application.notification.NotificationSender.NotAcknowledged;
import io.quittance.application.notification.NotificationSender.NotMade;
import io.quittance.application.notification.NotificationSender.Place;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.Handled;
import io.quittance.application.shard.LaneNews;
import io.quittance.application.shard.Lease;
import io.quittance.application.shard.QueueWorker.Queue;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrders;
import io.quittance.application.simulator.UntoldResult;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.simulator.SimulatedResults.Telling;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the results of the simulator's orders to our own callback endpoints, as PayerMax would: signed, over HTTP, and
 * again until it is acknowledged, without end. What is due comes from a queue as deliveries do; a result told twice, as
 * after a kill, is harmless: results may come twice from PayerMax, too.
 */
public final class SimulatorNotifier {
    /** The waits before telling again; the last repeats. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorNotifier.class);

    private final Map<String, SimulatedResults> results;
    private final SimulatedOrders orders;
    private final Fence fence;
    private final Holders holders;
    private final Outbound outbound;
    private final InstantSource clock;

    /**
     * How results leave.
     *
     * @param signature the simulator's own, not the gateway's
     * @param base where our callback endpoints are reached, as {@code http://127.0.0.1:8080}
     */
    public record Outbound(GatewaySignature signature, NotificationSender sender, URI base) {}

    public SimulatorNotifier(
            Collection<? extends SimulatedResults> results,
            SimulatedOrders orders,
            Fence fence,
            Holders holders,
            Outbound outbound,
            InstantSource clock) {
        this.results = results.stream()
                .collect(Collectors.toUnmodifiableMap(SimulatedResults::operation, Function.identity()));
        this.orders = orders;
        this.fence = fence;
        this.holders = holders;
        this.outbound = outbound;
        this.clock = clock;
    }

    /** What a worker has to tell. */
    public Queue<UntoldResult> queue() {
        return new Queue<>("simulator", orders.owed(), (lease, result) -> tell(lease, result.order()), false);
    }

    private Handled tell(Lease lease, SimulatedOrder order) {
        Holder holder = holders.of(order.merchant(), order.account());
        SimulatedResults of = results.get(order.operation());
        if (of == null) {
            throw new IllegalStateException("nobody tells the results of the operation " + order.operation());
        }
        Telling telling = of.telling(holder, order, clock.instant());
        Attempt attempt = outbound.sender()
                .send(
                        Place.of(endpoint(holder.merchant(), telling.callback())),
                        telling.body(),
                        outbound.signature().sign(telling.body()),
                        telling.dialect(),
                        // Told by two instances at once it comes twice, which is harmless.
                        () -> true);
        return switch (attempt) {
            case Acknowledged _ ->
                new Handled(keep(lease, order.acknowledged(of.next(order, clock.instant()))), LaneNews.FINE);
            case NotAcknowledged failed ->
                new Handled(keep(lease, again(order, failed)), new LaneNews.Ill(failed.why()));
            case NotMade _ -> {
                Instant later = clock.instant().plus(WAITS.getFirst());
                yield new Handled(Optional.of(later), new LaneNews.Busy(later));
            }
        };
    }

    private SimulatedOrder again(SimulatedOrder order, NotAcknowledged failed) {
        LOG.info("the result of the simulator's order {} was not acknowledged: {}", order.number(), failed.why());
        Duration wait = WAITS.get(Math.min(order.attempts() + 1, WAITS.size()) - 1);
        return order.again(clock.instant().plus(wait));
    }

    private Optional<Instant> keep(Lease lease, SimulatedOrder order) {
        return fence.inOne(lease, Optional.empty(), () -> {
            orders.told(order);
            return order.dueAt();
        });
    }

    private URI endpoint(Merchant merchant, String callback) {
        String app = URLEncoder.encode(merchant.app().value(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        String base = outbound.base().toString().replaceAll("/+$", "");
        return URI.create(base + "/" + callback + "/" + app);
    }
}
