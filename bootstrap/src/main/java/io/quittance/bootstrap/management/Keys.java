package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.signing.KeptAt;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys and while they count, as the command line and the management API speak of them. No key is ever shown, only fingerprints. */
public interface Keys {
    /** What merchants sign with. */
    String APP = "app";

    /** What an acquirer signs with for an account, and what we sign with there. */
    String ACCOUNT = "account";

    /** What we sign with to merchants. */
    String GATEWAY = "gateway";

    /** What stored bodies are encrypted with. */
    String BODY = "body";

    /**
     * @param kind one of those above
     * @param name an app id, an account's number, or empty for what there is once
     */
    record Whose(String kind, Optional<String> name) {
        public Whose {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * A key that is registered.
     *
     * @param of an app id or an account's number; empty for what there is once
     * @param sort of an account, what the setting is called, as {@code public-key}
     * @param id its fingerprint
     * @param state {@code waiting}, {@code counting}, {@code ended} or {@code revoked}; of a body key {@code waiting}, {@code writing},
     *     {@code reading}, {@code retiring} or {@code free}
     * @param lastUsed when something was verified with it last, of what is known; of other instances as of some seconds ago
     * @param changed of the gateway's and of body keys, when it was changed last, by whom and why; of others that stands with whose they are
     * @param kept of one of our private keys, where: {@code database}, {@code key file} (that of each instance), or a reference without where its
     *     password is
     * @param body what a body key is needed for
     */
    record KeyCard(
            String kind,
            Optional<String> of,
            Optional<String> sort,
            String id,
            String from,
            Optional<String> until,
            String state,
            Optional<String> lastUsed,
            Optional<String> changed,
            Optional<String> kept,
            Optional<BodyUse> body) {
        /** Where it is kept elsewhere, so that whoever keeps the database has to keep that as well. */
        public Optional<String> elsewhere() {
            return kept.filter(place ->
                    !Set.of(KeptAt.DATABASE.words(), KeptAt.FILE.words()).contains(place));
        }
    }

    /**
     * What a body key is needed for.
     *
     * @param bodies how many are encrypted with it, of a million rows of each table at most; empty where nobody counted
     * @param heldBy instances that hold it
     * @param lackedBy instances that do not
     * @param seen rows that were looked at since its bodies are encrypted again
     * @param about how many there are, about
     * @param done bodies that were encrypted again
     * @param aside bodies that cannot be read with it either, and are left as they are
     * @param asideFirst where the first of these are
     */
    record BodyUse(
            Optional<Long> bodies,
            List<String> heldBy,
            List<String> lackedBy,
            long seen,
            long about,
            long done,
            long aside,
            Optional<String> asideFirst) {
        public BodyUse {
            heldBy = List.copyOf(heldBy);
            lackedBy = List.copyOf(lackedBy);
        }
    }

    /**
     * @param sort of an account, what the setting is called
     * @param text the key as a person has it; of the gateway and of bodies it may be empty, and a new one is made then
     * @param from a time, or a span from now on as {@code 24h}; empty for at once
     */
    record NewKey(Optional<String> sort, String text, Optional<String> from) {
        /** Never shows the key. */
        @Override
        public String toString() {
            return "NewKey[" + sort + ", " + from + "]";
        }
    }

    /** @param keys all of whose key was changed, as they are now */
    record Outcome(boolean changed, List<KeyCard> keys) {
        public Outcome {
            keys = List.copyOf(keys);
        }

        /** The key that was not among those before; a later one may wait behind it. */
        public Optional<KeyCard> addedTo(List<KeyCard> before) {
            Set<String> known = before.stream().map(KeyCard::id).collect(Collectors.toSet());
            return keys.stream().filter(one -> !known.contains(one.id())).findFirst();
        }
    }

    /** @param kind left out for all, and then {@code name} as well. @throws Trouble if there is no such app or account */
    List<KeyCard> list(Optional<String> kind, Optional<String> name);

    /** It counts beside the others, from then on. Safe to repeat. @throws Trouble naming what is wrong; then nothing is changed */
    Outcome add(Whose whose, NewKey key, ByWhom by);

    /**
     * It ends then. Safe to repeat.
     *
     * @param id its fingerprint, or how that begins
     * @param until a time, or a span from now on as {@code 24h}
     * @throws Trouble naming what is wrong, as that no other key counts then; nothing is changed
     */
    Outcome retire(Whose whose, String id, String until, ByWhom by);

    /**
     * What is encrypted with that body key is encrypted again with the one that encrypts now. Safe to repeat.
     *
     * @throws Trouble naming what is wrong, as that it is the one that encrypts; nothing is changed
     */
    Outcome retire(Whose whose, String id, ByWhom by);

    /**
     * It is kept at another place from then on, and goes on signing: the same key, of the gateway or ours of an account. Safe to repeat.
     *
     * @param id its fingerprint, or how that begins
     * @param text the key as a person has it, or a reference to where it is
     * @throws Trouble naming what is wrong, as that it is another key; nothing is changed
     */
    Outcome move(Whose whose, String id, String text, ByWhom by);

    /** It ends at once, on all instances within a second. Safe to repeat. @throws Trouble as {@link #retire} */
    Outcome revoke(Whose whose, String id, ByWhom by);
}
