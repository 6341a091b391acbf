package io.quittance.bootstrap.management;

import io.quittance.application.lifecycle.Office;
import io.quittance.application.merchant.EndpointChange;
import io.quittance.application.merchant.MerchantChange;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.Delivery;
import io.quittance.application.notification.EndpointHolds;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.notification.NotificationSender.Acknowledged;
import io.quittance.application.notification.NotificationSender.Made;
import io.quittance.application.notification.NotificationSender.Reply;
import io.quittance.application.notification.TryEndpoint;
import io.quittance.application.notification.TryEndpoint.Tried;
import io.quittance.application.person.Hand;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.KeptChange;
import io.quittance.application.shard.Backlog;
import io.quittance.application.shard.Failing;
import io.quittance.application.shard.HeldLane;
import io.quittance.application.shard.HeldLanes;
import io.quittance.application.shard.QueueWorker;
import io.quittance.application.shard.Shard;
import io.quittance.bootstrap.management.RegisteredPlaces.Place;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.Topic;
import io.quittance.domain.text.Counted;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.notification.KnownTerms;
import io.quittance.http.terms.TermsWish;
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
    private final RegisteredPlaces places;
    private final HeldLanes held;
    private final NotificationOutbox outbox;
    private final Office office;
    private final QueueWorker<Delivery> worker;
    private final TryEndpoint trial;
    private final NotifyUrls addresses;
    private final RegisteredTerms terms;
    private final EndpointHolds holds;

    /**
     * @param worker of this process; one that was never started knows of nothing that fails
     * @param addresses where they may be
     * @param terms on which they are met
     */
    public RegisteredEndpoints(
            Merchants merchants,
            HeldLanes held,
            Office office,
            QueueWorker<Delivery> worker,
            TryEndpoint trial,
            NotifyUrls addresses,
            KnownTerms terms) {
        this.merchants = merchants;
        this.places = new RegisteredPlaces(merchants);
        this.held = held;
        this.outbox = office.books().outbox();
        this.office = office;
        this.worker = worker;
        this.trial = trial;
        this.addresses = addresses;
        this.terms = new RegisteredTerms(terms);
        this.holds = new EndpointHolds(merchants);
    }

    /** How all lanes stand at one moment. */
    private record Standing(
            Map<Long, HeldLane> held, Map<Long, Failing> failing, Map<Long, Backlog> backlog, RegisteredTerms terms) {
        EndpointCard card(Place place, List<KeptChange> holds) {
            long lane = place.lane();
            Endpoint endpoint = place.endpoint();
            Optional<HeldLane> hold = Optional.ofNullable(held.get(lane));
            Optional<Integer> rate = hold.flatMap(HeldLane::perSecond);
            Optional<Failing> fault =
                    Optional.ofNullable(failing.get(lane)).filter(_ -> hold.isEmpty() || rate.isPresent());
            Optional<Backlog> waits = Optional.ofNullable(backlog.get(lane));
            return new EndpointCard(
                    place.merchant().app().value(),
                    endpoint.name(),
                    endpoint.url().toString(),
                    endpoint.payoutDialect().word(),
                    endpoint.topics().stream().map(Topic::word).toList(),
                    endpoint.exclusive(),
                    endpoint.removedAt().map(Instant::toString),
                    terms.certificates(endpoint),
                    state(rate, hold, fault),
                    fault.map(Failing::since)
                            .or(() -> hold.map(HeldLane::since))
                            .map(Instant::toString),
                    fault.map(Failing::why).or(() -> hold.map(HeldLane::why)),
                    hold.map(one -> one.person().orElse(ITSELF)),
                    rate,
                    waits.map(Backlog::depth).orElse(0L),
                    waits.map(Backlog::earliest).map(Instant::toString),
                    holds.stream().map(AppCard.Change::of).toList());
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
                byLane(outbox.owed().backlog(Shard.all()), Backlog::lane),
                terms);
    }

    private static <T> Map<Long, T> byLane(List<T> all, Function<T, Long> lane) {
        return all.stream().collect(Collectors.toMap(lane, Function.identity()));
    }

    @Override
    public List<EndpointCard> list() {
        Standing standing = standing();
        return places.all().map(place -> standing.card(place, List.of())).toList();
    }

    @Override
    public EndpointCard show(Which which) {
        return card(places.named(which));
    }

    private EndpointCard card(Place place) {
        return standing().card(place, holds.of(place.merchant().id(), place.endpoint()));
    }

    @Override
    public Outcome set(Which which, EndpointWish wish, ByWhom by) {
        Merchant merchant = further(which);
        if (merchant.endpoint(which.name()).isEmpty() && wish.notifyUrl().isEmpty()) {
            throw new Trouble(RegisteredPlaces.unknown(merchant, which.name()).getMessage()
                    + " With a notify-url one of that name is made.");
        }
        return changed(which, merchant, wish.toChange(which.name(), addresses), by);
    }

    @Override
    public Outcome setTerms(Which which, TermsWish wish, ByWhom by) {
        Place place = places.named(which);
        boolean changed = terms.change(place, wish, by.deed(office.now()));
        return outcome(place, changed, changed ? armParked(place.endpoint().id()) : 0);
    }

    @Override
    public Outcome remove(Which which, ByWhom by) {
        Merchant merchant = further(which);
        places.named(which);
        return changed(which, merchant, EndpointChange.removal(which.name(), office.now()), by);
    }

    /** Whose further endpoint that may be. */
    private Merchant further(Which which) {
        if (which.name().equals(Endpoint.REGISTERED)) {
            throw new Trouble("The registered address is changed by 'quittance app set' (expected: another name).");
        }
        AppForm.checked("endpoint", which.name(), Endpoint::requireName);
        return new RegisteredMerchants(merchants).named(which.appId());
    }

    private Outcome changed(Which which, Merchant merchant, EndpointChange change, ByWhom by) {
        Deed deed = by.deed(office.now());
        Merchants.Changed changed = merchants
                .change(merchant.app(), MerchantChange.of(change), deed)
                .orElseThrow(() -> new RegisteredMerchants(merchants).none(which.appId()));
        Place place = places.named(which);
        int armed = change.url().isPresent() ? armParked(place.endpoint().id()) : 0;
        boolean released = change.url().isPresent() && moved(place, deed);
        return outcome(place, armed > 0 || released || !changed.fields().isEmpty(), armed);
    }

    @Override
    public Outcome hold(Which which, ByWhom by) {
        Place place = places.named(which);
        Deed deed = by.deed(office.now());
        String was = word(place);
        holds.keep(place.merchant().id(), place.endpoint(), was, EndpointHolds.HELD, deed);
        Hand hand = deed.by();
        return outcome(place, held.hold(place.lane(), hand.reason(), Optional.of(hand.person())), 0);
    }

    private String word(Place place) {
        return EndpointHolds.word(
                held.all().stream().filter(one -> one.lane() == place.lane()).findFirst());
    }

    /** Who tests it does so without a reason, as nothing is changed by that. */
    private static String who(String person) {
        try {
            return ProtocolText.require("name of who tests it", person.strip(), HeldLanes.LONGEST_PERSON);
        } catch (IllegalArgumentException e) {
            throw new Trouble("What is wrong is the " + e.getMessage() + ".", e);
        }
    }

    /** What is parked is due before anything begins, so that it goes out with the rest. */
    @Override
    public Outcome release(Which which, Optional<Integer> perSecond, ByWhom by) {
        Place place = places.named(which);
        perSecond.filter(rate -> rate < 1 || rate > HeldLanes.MOST_A_SECOND).ifPresent(rate -> {
            throw new Trouble(
                    "The rate is " + rate + " messages a second (expected: 1 to " + HeldLanes.MOST_A_SECOND + ").");
        });
        Deed deed = by.deed(office.now());
        int armed = armParked(place.endpoint().id());
        String told = armed == 0 ? "" : ", " + Counted.of(armed, "message") + " no longer parked";
        String becomes = perSecond.map(EndpointHolds::slowed).orElse(EndpointHolds.OPEN);
        holds.keep(place.merchant().id(), place.endpoint(), word(place), becomes + told, deed);
        boolean released =
                perSecond.map(rate -> slow(place, rate, deed.by())).orElseGet(() -> held.release(place.lane()));
        return outcome(place, released || armed > 0, armed);
    }

    private boolean slow(Place place, int rate, Hand hand) {
        String why = "released at " + rate + " messages a second: " + hand.reason();
        return held.slow(place.lane(), rate, why, hand.person());
    }

    private Outcome outcome(Place place, boolean changed, int armed) {
        worker.lookAtHolds();
        return new Outcome(changed, armed, card(place));
    }

    /** In transactions of their own, as it may be very much. */
    private int armParked(EndpointId endpoint) {
        int armed = 0;
        int some;
        do {
            some = office.inOne(() -> outbox.armParked(endpoint, office.now(), AT_ONCE));
            armed += some;
        } while (some > 0);
        return armed;
    }

    @Override
    public Tested test(Which which, String person) {
        Place place = places.named(which);
        Tried tried = trial.attempt(place.merchant(), place.endpoint(), who(person));
        Optional<Reply> reply = tried.attempt() instanceof Made made ? Optional.of(made.reply()) : Optional.empty();
        return new Tested(
                place.merchant().app().value(),
                place.endpoint().name(),
                place.endpoint().url().toString(),
                tried.dialect().name().toLowerCase(Locale.ROOT),
                tried.attempt() instanceof Acknowledged,
                reply.flatMap(Reply::status),
                reply.map(one -> one.took().toMillis()),
                tried.attempt().why(),
                reply.map(Reply::answer).orElse(""));
    }

    /**
     * That merchant has a new registered address: what the old one said of itself counts no more, what a person said does.
     *
     * @return whether something is told by that
     */
    public boolean moved(AppId app, Deed deed) {
        Place place = places.named(Which.registered(app.value()));
        int armed = armParked(place.endpoint().id());
        boolean released = moved(place, deed);
        worker.lookAtHolds();
        return armed > 0 || released;
    }

    private boolean moved(Place place, Deed deed) {
        String was = word(place);
        boolean released = held.releaseUnlessByPerson(place.lane());
        if (released) {
            holds.keep(place.merchant().id(), place.endpoint(), was, EndpointHolds.OPEN, deed);
        }
        return released;
    }
}
