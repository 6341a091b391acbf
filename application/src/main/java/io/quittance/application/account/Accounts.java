package io.quittance.application.account;

import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.Handle;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Routes;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * The accounts that merchants have with acquirers, and the rules by which new orders take them. Not for use inside a unit
 * of work: it has transactions of its own.
 */
public interface Accounts {
    /** Opens one. An acquirer's account with these handles belongs to one merchant only, and is there once. */
    Added add(MerchantId merchant, NewAccount account);

    Optional<Account> byId(AccountId id);

    /** Those of a merchant, the oldest first. */
    List<Account> byMerchant(MerchantId merchant);

    /**
     * Those that have all of these handles, with whichever acquirer, the oldest first. Several where one app upstream
     * serves several merchants, or served one that was removed; none for no handle.
     */
    List<Account> byHandles(List<Handle> handles);

    /** All of them, the oldest first; none of a merchant that was removed. */
    List<Account> all();

    /** What only its acquirer's adapter may read; empty if there is no such account. */
    Optional<Settings> settings(AccountId id);

    /**
     * Replaces an account's handles and settings, counts its version up, and keeps what a person has changed by that.
     *
     * @param version of what was looked at
     */
    Changed change(AccountId id, int version, NewAccount next, List<FieldChange> fields, Deed deed);

    /** A merchant's rules; none if it has none, or if there is no such merchant. */
    Routes routes(MerchantId merchant);

    /** Sets a rule, in place of the one with the same conditions. The account must be the merchant's. */
    void route(MerchantId merchant, Route rule);

    /** Takes a rule away. @return false if there was none with these conditions */
    boolean unroute(MerchantId merchant, Route.When when);

    /**
     * The settings of an account.
     *
     * @param version as the account's
     */
    record Settings(int version, Bytes body) {}

    /** What became of a wish to open one. */
    sealed interface Added {
        record Opened(Account account) implements Added {}

        /** The acquirer's account with these handles is another one of ours. */
        record Taken() implements Added {}
    }

    /** What became of a wish to change one. */
    sealed interface Changed {
        record Renewed(Account account) implements Changed {}

        /** The acquirer's account with these handles is another one of ours. */
        record Taken() implements Changed {}

        /** It is not there, or not of that version any more. */
        record Outdated() implements Changed {}
    }
}
