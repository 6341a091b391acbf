package io.quittance.bootstrap.keys;

import io.quittance.application.key.BodyKey;
import io.quittance.application.key.BodyKeyRing;
import io.quittance.application.key.BodyKeys;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.key.KeyRing;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodySecret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body keys that this instance holds: those in its file, which is read again and again, as it may be changed while all goes on. Which
 * of them encrypts is decided in the database.
 */
public final class HeldBodyKeys {
    private static final Logger LOG = LoggerFactory.getLogger(HeldBodyKeys.class);

    private final SecretFile file;
    private final BodyCipher cipher;
    private final BodyKeys known;
    private Optional<String> wrong = Optional.empty();
    private Optional<String> told = Optional.empty();
    private volatile List<BodyKey> seen = List.of();

    public HeldBodyKeys(SecretFile file, BodyCipher cipher, BodyKeys known) {
        this.file = file;
        this.cipher = cipher;
        this.known = known;
    }

    /** The names of all that it holds, with blanks between, and first that of the one that it encrypts with. */
    public String names() {
        String writing = cipher.keyId();
        return Stream.concat(
                        Stream.of(writing),
                        cipher.keys().stream().map(BodySecret::id).filter(id -> !id.equals(writing)))
                .collect(Collectors.joining(" "));
    }

    public boolean holds(String id) {
        return cipher.keys().stream().anyMatch(one -> one.id().equals(id));
    }

    /** As they were when somebody looked last. */
    public BodyKeyRing seen() {
        return new BodyKeyRing(seen);
    }

    /** Looks what the file holds now, and which key encrypts. What is wrong with the file is told to the log, and all stays as it was. */
    public synchronized BodyKeyRing look() {
        List<BodyKey> rows = known.all();
        List<BodySecret> held = held(rows);
        Set<String> names = held.stream().map(BodySecret::id).collect(Collectors.toSet());
        String writing = new BodyKeyRing(rows)
                .writing()
                .map(BodyKey::id)
                .filter(names::contains)
                .orElseGet(cipher::keyId);
        if (!writing.equals(cipher.keyId())) {
            LOG.info("bodies are encrypted with the body key {} from now on", KeyRing.shown(writing));
        }
        if (!held.equals(cipher.keys()) || !writing.equals(cipher.keyId())) {
            cipher.hold(held, writing);
        }
        seen = rows;
        tell(rows);
        return new BodyKeyRing(rows);
    }

    /** What is in the file, and what is not there any more though bodies need it. */
    private List<BodySecret> held(List<BodyKey> rows) {
        List<BodySecret> before = cipher.keys();
        List<BodySecret> inFile;
        try {
            inFile = file.read().stream().map(BodySecret::of).distinct().toList();
        } catch (Trouble e) {
            wrong = Optional.of(e.getMessage());
            return before;
        }
        List<BodySecret> gone = before.stream()
                .filter(one -> !inFile.contains(one) && isNeeded(one.id(), rows))
                .toList();
        wrong = gone.stream()
                .findFirst()
                .map(one -> "The body key " + KeyRing.shown(one.id()) + " is gone from the file " + file.path()
                        + ", and bodies need it: put it back, or this instance does not start again.");
        return Stream.concat(inFile.stream(), gone.stream()).toList();
    }

    /** Once, until it is another thing. */
    private void tell(List<BodyKey> rows) {
        Optional<String> now = wrong.or(() -> missing(rows));
        if (!now.equals(told)) {
            now.ifPresent(LOG::error);
            told = now;
        }
    }

    private boolean isNeeded(String id, List<BodyKey> rows) {
        return id.equals(cipher.keyId())
                || rows.stream().anyMatch(one -> one.id().equals(id) && one.state() != BodyKey.State.FREE);
    }

    /** Why it cannot read all bodies, as of when somebody looked last; empty if it can. */
    public Optional<String> lacks() {
        return missing(seen);
    }

    /** @throws Trouble if bodies need a key that this instance does not hold */
    public void require(List<BodyKey> rows) {
        missing(rows).ifPresent(what -> {
            throw new Trouble(what);
        });
    }

    private Optional<String> missing(List<BodyKey> rows) {
        return rows.stream()
                .filter(one -> one.isNeeded() && !holds(one.id()))
                .findFirst()
                .map(one -> "This instance does not hold the body key " + KeyRing.shown(one.id())
                        + ", which bodies of its database are encrypted with (it holds "
                        + cipher.keys().stream()
                                .map(its -> KeyRing.shown(its.id()))
                                .collect(Collectors.joining(", "))
                        + "): put it on a line of its own into the file " + file.path()
                        + ", from an instance that runs or from your backup.");
    }

    /**
     * Holds that key as well, in its file, too.
     *
     * @return its name
     * @throws Trouble if the file cannot be written
     */
    public synchronized String add(byte[] key) {
        try {
            file.add(key);
        } catch (Trouble e) {
            throw new Trouble(
                    e.getMessage() + " Put a key on a line of its own into it by hand, at each instance"
                            + " ('openssl rand -base64 32 > new.key' makes one), and add it then by its file:"
                            + " 'quittance key add --body new.key'.",
                    e);
        }
        BodySecret added = BodySecret.of(key);
        if (!holds(added.id())) {
            cipher.hold(Stream.concat(cipher.keys().stream(), Stream.of(added)).toList(), cipher.keyId());
        }
        return added.id();
    }
}
