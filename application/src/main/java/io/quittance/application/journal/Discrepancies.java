package io.quittance.application.journal;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Verified reports that contradict what we hold, or that we could not use: work for a person, who ends each. */
public interface Discrepancies {
    /**
     * Keeps one; the same message of the same merchant, or again of nobody's, is counted beside it, and what a person has
     * ended stays so. Call inside the transaction that decided it.
     *
     * @return whether it was new
     */
    boolean open(Discrepancy discrepancy);

    /** The open ones of a merchant, oldest first. */
    List<Kept> of(MerchantId merchant, int limit);

    /** The open ones of which nobody can tell whose they are, oldest first. */
    List<Kept> unassigned(int limit);

    /** The one of that number, open or ended. */
    Optional<Kept> find(long number);

    /**
     * Those that are wanted, in the order of their numbers. Who asks for what is behind the last one that was answered gets
     * each once, whatever is added meanwhile. The bytes of their messages are left out: a list needs none.
     *
     * @param behind answers what comes behind that number; empty for the first page
     */
    List<Kept> page(Wanted wanted, Optional<Long> behind, int limit);

    /**
     * Ends an open one. Call inside the transaction that does what follows from it.
     *
     * @param about the order that it turned out to be about; kept where none was known
     * @return false, and nothing is changed, if it has ended already or is not there
     */
    boolean end(long number, Ending ending, Optional<ObjectRef> about);

    /** Keeps that somebody looked behind the masks of its message. */
    void looked(long number, Look look);

    /** Who looked behind the masks, from the first on. */
    List<Look> looks(long number);

    /** Takes away the messages of those about an order, for ever; whatever else they tell stays. */
    void forget(ObjectRef about);

    /** How many are open now. */
    long open();

    /**
     * A report that we keep without believing it. The message itself is kept here, encrypted, as it moved nothing.
     *
     * @param merchant whose order it is about; empty where that cannot be told
     * @param account which account told it; empty where that cannot be told
     * @param about the order concerned; empty where none could be told
     * @param why one line for a person, at most 400 characters, without personal data
     */
    record Discrepancy(
            Optional<MerchantId> merchant,
            Optional<AccountId> account,
            Optional<ObjectRef> about,
            Message message,
            String why,
            Instant at) {
        public Discrepancy {
            Objects.requireNonNull(merchant, "merchant");
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(at, "at");
            why = JournalEntry.cut(why);
        }

        /** One that cannot be told from which account it came. */
        public Discrepancy(
                Optional<MerchantId> merchant, Optional<ObjectRef> about, Message message, String why, Instant at) {
            this(merchant, Optional.empty(), about, message, why, at);
        }

        /** One that is known to be about an order of that merchant. */
        public Discrepancy(MerchantId merchant, Optional<ObjectRef> about, Message message, String why, Instant at) {
            this(Optional.of(merchant), about, message, why, at);
        }
    }

    /**
     * A discrepancy as it is kept.
     *
     * @param number by which persons name it
     * @param repeats how often the same message came again
     * @param ending empty while it is open
     */
    record Kept(long number, Discrepancy discrepancy, int repeats, Optional<Ending> ending) {}

    /**
     * How it was ended.
     *
     * @param person 1 to {@value JournalEntry#MAX_WHO} characters
     * @param reason 1 to 300 characters
     */
    record Ending(How how, Instant at, String person, String reason) {
        /** The names stand in the database. */
        public enum How {
            /** A person says that it is settled; the message changed nothing. */
            CLOSED,
            /** A person took what the message says. */
            ADOPTED
        }
    }

    /** Somebody looked behind the masks. */
    record Look(Instant at, String person, String reason) {}

    /**
     * Which are wanted; what is left out asks for nothing.
     *
     * @param ended those that were ended instead of those that are open
     * @param kind only those about an order of that kind
     * @param about only those about one of these orders, if there are any
     * @param until only what came then or earlier
     */
    record Wanted(
            boolean ended,
            Optional<ObjectRef.Kind> kind,
            Optional<MerchantId> merchant,
            List<ObjectRef> about,
            Optional<Instant> until,
            boolean oldestFirst) {
        public Wanted {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(merchant, "merchant");
            Objects.requireNonNull(until, "until");
            about = List.copyOf(about);
        }

        /** The open ones about an order, the oldest first. */
        public static Wanted openAbout(ObjectRef order) {
            return new Wanted(false, Optional.empty(), Optional.empty(), List.of(order), Optional.empty(), true);
        }
    }
}
