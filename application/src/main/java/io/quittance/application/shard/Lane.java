package io.quittance.application.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One lane as this instance works it off: what was read of it and waits for a place, what is in hand, and in which shards
 * there is more. It holds no more than it has places, twice, and of a backlog that is told in order a few of each shard. {@link Lanes}
 * guards it.
 */
final class Lane<Q extends Queued> {
    /** Longer than any gap of a schedule. */
    private static final Duration EVER = Duration.ofDays(2);

    private final long number;
    private final Places places = new Places();
    private final Pace pace = new Pace();
    private Temper temper = new Temper();
    private final Line<Q> line = new Line<>();
    private final Missed missed = new Missed();
    private final InHand inHand = new InHand();
    private final Map<Shard, Instant> later = new HashMap<>();
    private boolean held;
    private boolean released;
    private boolean probing;
    private int running;
    private final Answers answers = new Answers();
    private Instant turnTold = Instant.MIN;

    Lane(long number, boolean held) {
        this.number = number;
        this.held = held;
    }

    long number() {
        return number;
    }

    Temper temper() {
        return temper;
    }

    Pace pace() {
        return pace;
    }

    /** Something is due in that shard, since then. */
    void due(Shard shard, Instant since) {
        if (!held) {
            line.more(shard, since);
        }
    }

    /** Something is due there then. @return whether nothing was expected there sooner */
    boolean dueAt(Shard shard, Instant at) {
        Instant known = later.get(shard);
        if (held || known != null && !at.isBefore(known)) {
            return false;
        }
        later.put(shard, at);
        return true;
    }

    /** The time has come for what was expected there. */
    void come(Shard shard, Instant at) {
        if (later.remove(shard, at)) {
            line.more(shard, at);
        }
    }

    /** As a backlog is told: what is due first goes first, of whichever shard. What is told as it comes need not wait for that. */
    private boolean inStep() {
        return released || pace.isSet();
    }

    boolean wantsReading(Instant now) {
        boolean more = line.ready() < room() || inStep() && !line.firstIsFirst();
        return more && line.hasUnread() && !line.isBeingRead() && temper.mayTry(now);
    }

    private int room() {
        return temper.failing().isPresent() ? 1 : places.open();
    }

    /** What to read next; {@link #read} ends it. Ask only when it {@link #wantsReading}. */
    Reading beginReading(Instant now, Duration ahead) {
        Shard shard = line.beginReading();
        inHand.beginReading();
        Instant until = now.plus(released || probing ? EVER : ahead);
        Map<Long, Instant> back = released ? missed.take(shard) : Map.of();
        return new Reading(new Stretch(shard, number), until, inHand.of(shard) + bite() + 1, back);
    }

    private int bite() {
        return inStep() ? line.bite(room()) : room();
    }

    /** Takes what the other side missed before, and from a page what is due and not in hand. @return when the next is due, if not now */
    Optional<Instant> read(Reading reading, List<Q> before, Page<Q> page, Lease lease, Instant now) {
        line.endReading();
        if (held) {
            missed.giveBack(reading);
            return Optional.empty();
        }
        Shard shard = reading.stretch().shard();
        before.stream()
                .filter(inHand::isFree)
                .forEach(entry -> take(new Hand<>(lease, entry, reading.missed().get(entry.id()))));
        int most = inStep() ? line.ready() + bite() : room();
        Optional<Instant> next = Optional.empty();
        Optional<Instant> more = page.more().map(Position::dueAt);
        for (Q entry : page.entries()) {
            if (!inHand.isFree(entry)) {
                continue;
            }
            if (entry.dueAt().isAfter(now) && !released && !probing) {
                next = Optional.of(entry.dueAt());
                more = Optional.empty();
                break;
            }
            if (line.ready() >= most) {
                more = Optional.of(entry.dueAt());
                break;
            }
            take(new Hand<>(lease, entry, entry.dueAt()));
        }
        more.ifPresent(from -> line.more(shard, from));
        released &= line.hasUnread();
        probing &= line.hasUnread();
        return next;
    }

    private void take(Hand<Q> hand) {
        inHand.take(hand.entry());
        line.add(hand);
        probing = false;
    }

    /** It could not be read, or is another instance's. */
    void unread(Reading reading, boolean again) {
        line.endReading();
        if (again) {
            missed.giveBack(reading);
        }
        if (again && !held) {
            line.more(reading.stretch().shard(), Instant.MIN);
        }
    }

    /** The next to work on, if there is a place; those whose lease is gone are left to its new owner. */
    Optional<Hand<Q>> next(Instant now, Predicate<Lease> ours) {
        while (running < open(now) && (inStep() ? line.firstIsFirst() : line.hasReady())) {
            Hand<Q> hand = line.remove();
            if (ours.test(hand.lease())) {
                running++;
                pace.begun(now);
                return Optional.of(hand);
            }
            inHand.leave(hand.entry());
        }
        return Optional.empty();
    }

    private int open(Instant now) {
        return temper.mayTry(now) && pace.mayBegin(now) ? room() : 0;
    }

    /** @param putOff whether it is due again */
    void finished(Hand<Q> hand, boolean putOff) {
        running--;
        inHand.finished(hand.entry(), line.isBeingRead());
        missed.tried(hand, putOff);
    }

    /**
     * What a go at an entry showed of the other side.
     *
     * @param took how long that was, until {@code now}, which is {@code nanos} as well
     * @return whether what waits for a later time may be tried now
     */
    boolean hear(Q entry, LaneNews news, Duration took, Instant now, long nanos) {
        if (held) {
            return false;
        }
        switch (news) {
            case LaneNews.None _ -> {}
            case LaneNews.Gone _ -> hold();
            case LaneNews.Fine _ -> {
                places.answered(took);
                return answers.fine(temper.fine(entry.dueAt().isAfter(now), now), nanos);
            }
            case LaneNews.Ill ill -> {
                long begun = nanos - took.toNanos();
                if (answers.since(begun)) {
                    return answers.wellSince(begun);
                }
                ill(entry.id(), ill, now);
            }
            case LaneNews.NotBefore wish -> temper.notBefore(wish, now);
            case LaneNews.Busy(var until) -> temper.wait(until);
        }
        return false;
    }

    /** One that fails alone holds up no others that were released. */
    private void ill(long entry, LaneNews.Ill ill, Instant now) {
        places.fewer();
        temper.ill(entry, ill, now);
        released &= temper.failing().isEmpty();
    }

    boolean isHeld() {
        return held;
    }

    /** Nothing more of it is begun. Nothing is remembered either: {@link #letGo} looks everywhere. */
    void hold() {
        held = true;
        line.clear(hand -> {
            inHand.leave(hand.entry());
            missed.tried(hand, true);
        });
        later.clear();
        released = false;
        probing = false;
        temper = new Temper();
    }

    /** It is held no more. */
    void letGo(Collection<Shard> shards) {
        held = false;
        temper = new Temper();
        release(shards);
    }

    /** What waits for a later time may be tried now, in order. */
    void release(Collection<Shard> shards) {
        released = true;
        shards.forEach(shard -> line.more(shard, Instant.MIN));
    }

    /** Where nothing is due, what is due first is tried before its time, to see whether the other side is back. */
    void probe(Instant now) {
        boolean nothingDue = line.isEmpty() && running == 0;
        if (nothingDue && temper.failing().isPresent() && temper.mayTry(now)) {
            later.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .ifPresent(shard -> {
                        later.remove(shard);
                        line.more(shard, Instant.MIN);
                        probing = true;
                    });
        }
    }

    /** When it wants to be looked at again, as it may try nothing now; once for each such time. */
    Optional<Instant> turn(Instant now) {
        boolean nothing = !line.hasReady() && !line.hasUnread() && later.isEmpty();
        boolean slow = temper.mayTry(now) && line.hasReady() && !pace.mayBegin(now);
        Instant turn = slow ? pace.turn(now) : temper.turn();
        if (nothing || temper.mayTry(now) && !slow || turn.equals(turnTold)) {
            return Optional.empty();
        }
        turnTold = turn;
        return Optional.of(turn);
    }

    boolean isIdle(Instant now) {
        return !held && !pace.isSet() && running == 0 && line.isEmpty() && later.isEmpty() && temper.isEven(now);
    }

    boolean runs() {
        return running > 0;
    }

    boolean holds(Shard shard) {
        return inHand.of(shard) > 0;
    }

    int inHand() {
        return inHand.size();
    }
}
