package io.quittance.bootstrap.management;

import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.Delivery;
import io.quittance.application.shard.Backlog;
import io.quittance.application.shard.Failing;
import io.quittance.application.shard.HeldLane;
import io.quittance.application.shard.HeldLanes;
import io.quittance.application.shard.Owed;
import io.quittance.application.shard.QueueWorker;
import io.quittance.application.shard.Shard;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.ProtocolText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The endpoints straight from where they are kept. */
public final class RegisteredEndpoints implements Endpoints {
    private static final String ITSELF = "the endpoint itself";

    private final Merchants merchants;
    private final HeldLanes held;
    private final Owed<Delivery> owed;
    private final QueueWorker<Delivery> worker;

    /** @param worker of this process; one that was never started knows of nothing that fails */
    public RegisteredEndpoints(Merchants merchants, HeldLanes held, Owed<Delivery> owed, QueueWorker<Delivery> worker) {
        this.merchants = merchants;
        this.held = held;
        this.owed = owed;
        this.worker = worker;
    }

    /** How all lanes stand at one moment. */
    private record Standing(Map<Long, HeldLane> held, Map<Long, Failing> failing, Map<Long, Backlog> backlog) {
        EndpointCard card(Merchant merchant) {
            long lane = Delivery.lane(merchant.id());
            Optional<HeldLane> hold = Optional.ofNullable(held.get(lane));
            Optional<Failing> fault = Optional.ofNullable(failing.get(lane)).filter(_ -> hold.isEmpty());
            Optional<Backlog> waits = Optional.ofNullable(backlog.get(lane));
            return new EndpointCard(
                    merchant.app().value(),
                    merchant.notifyUrl().toString(),
                    hold.isPresent() ? "held" : fault.isPresent() ? "failing" : "open",
                    hold.map(HeldLane::since)
                            .or(() -> fault.map(Failing::since))
                            .map(Instant::toString),
                    hold.map(HeldLane::why).or(() -> fault.map(Failing::why)),
                    hold.map(one -> one.person().orElse(ITSELF)),
                    waits.map(Backlog::depth).orElse(0L),
                    waits.map(Backlog::earliest).map(Instant::toString));
        }
    }

    private Standing standing() {
        return new Standing(
                byLane(held.all(), HeldLane::lane), worker.failing(), byLane(owed.backlog(Shard.all()), Backlog::lane));
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
        return outcome(merchant, held.hold(Delivery.lane(merchant.id()), why, Optional.of(who)));
    }

    private static String given(String what, String text, int most) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > most || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new Trouble("The " + what + " is " + ProtocolText.excerpt(text) + " (expected: 1 to " + most
                    + " characters on one line).");
        }
        return stripped;
    }

    @Override
    public Outcome release(String appId) {
        Merchant merchant = merchant(appId);
        return outcome(merchant, held.release(Delivery.lane(merchant.id())));
    }

    private Outcome outcome(Merchant merchant, boolean changed) {
        worker.lookAtHolds();
        return new Outcome(changed, standing().card(merchant));
    }

    /** It has a new address: what the old one said of itself counts no more, what a person said does. */
    public void moved(MerchantId merchant) {
        held.releaseUnlessByPerson(Delivery.lane(merchant));
        worker.lookAtHolds();
    }

    private Merchant merchant(String appId) {
        return new RegisteredMerchants(merchants).named(appId);
    }
}
