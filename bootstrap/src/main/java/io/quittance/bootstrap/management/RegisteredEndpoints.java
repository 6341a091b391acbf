package io.quittance.bootstrap.management;

import io.quittance.application.lifecycle.Office;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.Delivery;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.notification.NotificationSender.Acknowledged;
import io.quittance.application.notification.NotificationSender.Made;
import io.quittance.application.notification.NotificationSender.Reply;
import io.quittance.application.notification.TryEndpoint;
import io.quittance.application.notification.TryEndpoint.Tried;
import io.quittance.application.shard.Backlog;
import io.quittance.application.shard.Failing;
import io.quittance.application.shard.HeldLane;
import io.quittance.application.shard.HeldLanes;
import io.quittance.application.shard.QueueWorker;
import io.quittance.application.shard.Shard;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.ProtocolText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The endpoints straight from where they are kept. */
public final class RegisteredEndpoints implements Endpoints {
    private static final String ITSELF = "the endpoint itself";

    /** So many rows are changed in one transaction at most. */
    private static final int AT_ONCE = 500;

    private final Merchants merchants;
    private final HeldLanes held;
    private final NotificationOutbox outbox;
    private final Office office;
    private final QueueWorker<Delivery> worker;
    private final TryEndpoint trial;

    /** @param worker of this process; one that was never started knows of nothing that fails */
    public RegisteredEndpoints(
            Merchants merchants, HeldLanes held, Office office, QueueWorker<Delivery> worker, TryEndpoint trial) {
        this.merchants = merchants;
        this.held = held;
        this.outbox = office.books().outbox();
        this.office = office;
        this.worker = worker;
        this.trial = trial;
    }

    /** How all lanes stand at one moment. */
    private record Standing(Map<Long, HeldLane> held, Map<Long, Failing> failing, Map<Long, Backlog> backlog) {
        EndpointCard card(Merchant merchant) {
            long lane = Delivery.lane(merchant.id());
            Optional<HeldLane> hold = Optional.ofNullable(held.get(lane));
            Optional<Integer> rate = hold.flatMap(HeldLane::perSecond);
            Optional<Failing> fault =
                    Optional.ofNullable(failing.get(lane)).filter(_ -> hold.isEmpty() || rate.isPresent());
            Optional<Backlog> waits = Optional.ofNullable(backlog.get(lane));
            return new EndpointCard(
                    merchant.app().value(),
                    merchant.notifyUrl().toString(),
                    state(rate, hold, fault),
                    fault.map(Failing::since)
                            .or(() -> hold.map(HeldLane::since))
                            .map(Instant::toString),
                    fault.map(Failing::why).or(() -> hold.map(HeldLane::why)),
                    hold.map(one -> one.person().orElse(ITSELF)),
                    rate,
                    waits.map(Backlog::depth).orElse(0L),
                    waits.map(Backlog::earliest).map(Instant::toString));
        }
    }

    private static String state(Optional<Integer> rate, Optional<HeldLane> hold, Optional<Failing> fault) {
        if (fault.isPresent()) {
            return "failing";
        }
        return hold.isEmpty() ? "open" : rate.isPresent() ? "slowed" : "held";
    }

    private Standing standing() {
        return new Standing(
                byLane(held.all(), HeldLane::lane),
                worker.failing(),
                byLane(outbox.owed().backlog(Shard.all()), Backlog::lane));
    }

    private static <T> Map<Long, T> byLane(List<T> all, Function<T, Long> lane) {
        return all.stream().collect(Collectors.toMap(lane, Function.identity()));
    }

    @Override
    public List<EndpointCard> list() {
        Standing standing = standing();
        return merchants.all().stream().map(standing::card).toList();
    }

    @Override
    public EndpointCard show(String appId) {
        return standing().card(merchant(appId));
    }

    @Override
    public Outcome hold(String appId, String reason, String person) {
        Merchant merchant = merchant(appId);
        String why = given("reason", reason, HeldLanes.LONGEST_WHY);
        String who = given("name of who holds it", person, HeldLanes.LONGEST_PERSON);
        return outcome(merchant, held.hold(Delivery.lane(merchant.id()), why, Optional.of(who)), 0);
    }

    private static String given(String what, String text, int most) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > most || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new Trouble("The " + what + " is " + ProtocolText.excerpt(text) + " (expected: 1 to " + most
                    + " characters on one line).");
        }
        return stripped;
    }

    /** What is parked is due before anything begins, so that it goes out with the rest. */
    @Override
    public Outcome release(String appId, Optional<Integer> perSecond, String person) {
        Merchant merchant = merchant(appId);
        long lane = Delivery.lane(merchant.id());
        if (perSecond.isEmpty()) {
            int armed = armParked(merchant.id());
            return outcome(merchant, held.release(lane) || armed > 0, armed);
        }
        int rate = perSecond.get();
        if (rate < 1 || rate > HeldLanes.MOST_A_SECOND) {
            throw new Trouble(
                    "The rate is " + rate + " messages a second (expected: 1 to " + HeldLanes.MOST_A_SECOND + ").");
        }
        String who = given("name of who releases it", person, HeldLanes.LONGEST_PERSON);
        int armed = armParked(merchant.id());
        boolean slowed = held.slow(lane, rate, "released at " + rate + " messages a second", who);
        return outcome(merchant, slowed || armed > 0, armed);
    }

    private Outcome outcome(Merchant merchant, boolean changed, int armed) {
        worker.lookAtHolds();
        return new Outcome(changed, armed, standing().card(merchant));
    }

    /** In transactions of their own, as it may be very much. */
    private int armParked(MerchantId merchant) {
        int armed = 0;
        int some;
        do {
            some = office.inOne(() -> outbox.armParked(merchant, office.now(), AT_ONCE));
            armed += some;
        } while (some > 0);
        return armed;
    }

    @Override
    public Tested test(String appId, String person) {
        Merchant merchant = merchant(appId);
        Tried tried = trial.attempt(merchant, given("name of who tests it", person, HeldLanes.LONGEST_PERSON));
        Optional<Reply> reply = tried.attempt() instanceof Made made ? Optional.of(made.reply()) : Optional.empty();
        return new Tested(
                merchant.app().value(),
                merchant.notifyUrl().toString(),
                tried.dialect().name().toLowerCase(Locale.ROOT),
                tried.attempt() instanceof Acknowledged,
                reply.flatMap(Reply::status),
                reply.map(one -> one.took().toMillis()),
                tried.attempt().why(),
                reply.map(Reply::answer).orElse(""));
    }

    /**
     * It has a new address: what the old one said of itself counts no more, what a person said does.
     *
     * @return whether something is told by that
     */
    public boolean moved(MerchantId merchant) {
        int armed = armParked(merchant);
        boolean released = held.releaseUnlessByPerson(Delivery.lane(merchant));
        worker.lookAtHolds();
        return armed > 0 || released;
    }

    private Merchant merchant(String appId) {
        return new RegisteredMerchants(merchants).latest(appId);
    }
}
