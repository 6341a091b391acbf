package io.quittance.application.merchant;

import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Flaw;
import java.util.List;
import java.util.Optional;

/** The registered merchants. Not for use inside a unit of work: it has transactions of its own. */
public interface Merchants {
    /** What is kept of a removal. */
    FieldChange REMOVAL = new FieldChange("registration", "registered", "removed");

    /** Registers one with its accounts, or nothing of it. The app id, the key, and each account belong to one merchant only. */
    Added add(Registration registration);

    /** Who goes by it now. */
    default Optional<Merchant> byApp(AppId app) {
        return ever(app).stream()
                .findFirst()
                .filter(latest -> latest.removedAt().isEmpty());
    }

    /** All that ever went by it: who does now, and before that who was removed; the latest first. */
    List<Merchant> ever(AppId app);

    /** That one, be it removed. */
    Optional<Merchant> byId(MerchantId id);

    /** All of them, by app id; none that was removed. */
    List<Merchant> all();

    /**
     * Changes what differs, and keeps each of that with who did it. A second call changes nothing.
     *
     * @return empty if nobody goes by that app id now
     */
    Optional<Changed> change(AppId app, MerchantChange change, Deed deed);

    /** Changes one of its keys, and keeps that with who did it. A second call changes nothing. */
    KeyChanged changeKey(AppId app, KeyChange change, Deed deed);

    /**
     * Frees its app id and its accounts for who is registered next. What hangs on it finds it by its id for ever, its accounts
     * as well: news of its money is taken in.
     *
     * @return false if nobody goes by that app id now
     */
    boolean remove(AppId app, Deed deed);

    /** What was changed at a merchant and its accounts, the latest first. */
    List<KeptChange> changes(MerchantId id, int most);

    /** Keeps what a person has changed about it elsewhere, as that one of its endpoints is held. */
    void keep(MerchantId id, FieldChange change, Deed deed);

    /** What became of a registration. */
    sealed interface Added {
        record Registered(Merchant merchant) implements Added {}

        record AppTaken() implements Added {}

        /** Somebody else has registered that key. */
        record KeyTaken() implements Added {}

        /** An acquirer's account with the same handles is another merchant's. */
        record AccountTaken() implements Added {}
    }

    /** What became of the change of a key. */
    sealed interface KeyChanged {
        /** @param changed whether that changed anything */
        record Done(Merchant merchant, boolean changed) implements KeyChanged {}

        record Refused(Flaw why) implements KeyChanged {}

        /** Somebody else has registered that key. */
        record Taken() implements KeyChanged {}

        /** Nobody goes by that app id now. */
        record Unknown() implements KeyChanged {}
    }

    /**
     * What became of a change.
     *
     * @param merchant as it is now
     * @param fields what differs; none if it was so already
     */
    record Changed(Merchant merchant, List<FieldChange> fields) {
        public Changed {
            fields = List.copyOf(fields);
        }
    }
}
