package io.quittance.bootstrap.management;

import io.quittance.application.key.BodyKey;
import io.quittance.application.key.BodyKeyRing.Outcome;
import io.quittance.application.key.BodyKeys;
import io.quittance.application.key.BodyKeys.Reader;
import io.quittance.application.key.ChangeBodyKeys;
import io.quittance.application.key.StoredBodies;
import io.quittance.application.registration.Deed;
import io.quittance.application.shard.Leases;
import io.quittance.bootstrap.keys.HeldBodyKeys;
import io.quittance.bootstrap.keys.SecretFile;
import io.quittance.bootstrap.management.Keys.BodyUse;
import io.quittance.bootstrap.management.Keys.KeyCard;
import io.quittance.bootstrap.management.Keys.NewKey;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.key.KeyRing;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The keys that stored bodies are encrypted with. */
public final class BodyKeyDesk {
    /** Each instance looks into its file, and says what it holds, within two seconds each. */
    public static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final Duration LOOKS = Duration.ofMillis(200);

    private final HeldBodyKeys held;
    private final BodyKeys keys;
    private final ChangeBodyKeys change;
    private final StoredBodies bodies;
    private final Duration patience;

    /** @param patience of whoever adds a key, with instances that do not say yet that they hold it */
    public BodyKeyDesk(
            HeldBodyKeys held, BodyKeys keys, ChangeBodyKeys change, StoredBodies bodies, Duration patience) {
        this.held = held;
        this.keys = keys;
        this.change = change;
        this.bodies = bodies;
        this.patience = patience;
    }

    /** @param counted whether bodies are to be counted, which takes seconds where there are many */
    List<KeyCard> cards(boolean counted) {
        Optional<Map<String, Long>> under = counted ? Optional.of(bodies.count()) : Optional.empty();
        List<Reader> readers = keys.readers(Leases.SPAN);
        return keys.all().stream().map(key -> card(key, readers, under)).toList();
    }

    private KeyCard card(BodyKey key, List<Reader> readers, Optional<Map<String, Long>> under) {
        BodyKey.Work work = key.work();
        BodyUse use = new BodyUse(
                under.map(all -> all.getOrDefault(key.id(), 0L)),
                named(readers.stream().filter(one -> one.reads(key.id())).toList()),
                named(readers.stream().filter(one -> !one.reads(key.id())).toList()),
                work.seen(),
                key.state() == BodyKey.State.RETIRING ? Math.max(bodies.about(), work.seen()) : work.seen(),
                work.done(),
                work.aside(),
                Optional.of(work.asideFirst()).filter(text -> !text.isEmpty()));
        return new KeyCard(
                Keys.BODY,
                Optional.empty(),
                Optional.empty(),
                key.id(),
                key.writesSince().orElse(key.last().at()).toString(),
                Optional.empty(),
                key.state().name().toLowerCase(Locale.ROOT),
                Optional.empty(),
                Optional.of(key.last().at() + " by " + key.last().by().person() + ": "
                        + key.last().by().reason()),
                Optional.empty(),
                Optional.of(use));
    }

    private static List<String> named(List<Reader> readers) {
        return readers.stream()
                .map(one -> one.address() + " (version " + one.version() + ")")
                .toList();
    }

    /**
     * A new key is made unless one is given. It is put into this instance's file, and encrypts as soon as every instance holds it.
     *
     * @throws Trouble if the file cannot be written, or the key cannot count
     */
    boolean add(NewKey key, Deed deed) {
        if (key.from().isPresent()) {
            throw new Trouble(
                    "A body key counts as soon as every instance holds it (expected: no time from which on).");
        }
        boolean given = !key.text().isEmpty();
        if (!given && change.isWaiting()) {
            return false;
        }
        String id = held.add(given ? SecretFile.one(key.text(), "body key") : SecretFile.random());
        boolean moved = moved(change.add(id, deed));
        awaitOthers();
        held.look();
        return moved;
    }

    /** Who shares the file, or has it already, is not waited for by a person. */
    private void awaitOthers() {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (change.isWaiting() && !change.decide() && System.nanoTime() < end) {
                Thread.sleep(LOOKS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** @throws Trouble if bodies are encrypted with it, or this instance does not hold it */
    boolean retire(String said, Deed deed) {
        keys.all().stream()
                .filter(one -> one.id().startsWith(said.strip().toLowerCase(Locale.ROOT)) && !held.holds(one.id()))
                .findFirst()
                .ifPresent(one -> {
                    throw new Trouble("This instance does not hold the key " + KeyRing.shown(one.id())
                            + ", so it could read nothing of what is encrypted with it.");
                });
        return moved(change.retire(said, deed));
    }

    private static boolean moved(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Moved _ -> true;
            case Outcome.Unmoved _ -> false;
            case Outcome.Refused(var why) -> throw new Trouble("Nothing changed at the body keys, as " + why + ".");
        };
    }

    static Trouble notRevoked() {
        return new Trouble("A body key cannot be revoked, as what is encrypted with it could not be read any more"
                + " (expected: another one, and then 'quittance key retire --body FINGERPRINT', which encrypts again"
                + " what is left).");
    }
}
