package io.quittance.http.acquirer;

import io.quittance.application.account.NewAccount;
import io.quittance.application.registration.FieldChange;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.Flaw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a person fills in to open an account with an acquirer, as text. Each acquirer registers one; it need not be there. */
public interface AccountForm {
    AcquirerName acquirer();

    /** What has to be filled in, as {@code app-id}. */
    List<String> needed();

    /** What may be filled in besides. */
    default List<String> optional() {
        return List.of();
    }

    /**
     * @param settings by their names, all that are needed, and none but those and the optional ones
     * @param now from when on keys count
     * @throws IllegalArgumentException naming what cannot be used and what was expected, without a word of a secret
     */
    NewAccount read(Map<String, String> settings, Instant now);

    /**
     * The same account with some of its settings another way. What is a handle of it under the name of a setting need not be
     * said again; what is secret only its acquirer can read, and so leave as it is.
     *
     * @param kept the settings of that account
     * @param settings by their names, those that change
     * @throws IllegalArgumentException as {@link #read}, and if one is missing
     */
    default Renewed change(Account account, Bytes kept, Map<String, String> settings, Instant now) {
        Map<String, String> all = new HashMap<>(settings);
        needed().forEach(name -> account.handle(name).ifPresent(value -> all.putIfAbsent(name, value)));
        if (!all.keySet().containsAll(needed())) {
            throw new IllegalArgumentException("settings: " + String.join(", ", new TreeSet<>(settings.keySet()))
                    + " (expected: all of " + String.join(", ", needed()) + ")");
        }
        NewAccount next = read(all, now);
        List<FieldChange> fields = Renewed.handles(account, next);
        if (!kept.equals(next.settings())) {
            fields.add(
                    new FieldChange("settings", "version " + account.version(), "version " + (account.version() + 1)));
        }
        return new Renewed(next, fields);
    }

    /** The keys among the settings of an account; none where its acquirer has none. */
    default List<AccountKey> keys(Bytes kept) {
        return List.of();
    }

    /**
     * The same account with one of its keys another way, so that each can be changed with an overlap.
     *
     * @param kept the settings of that account
     * @throws IllegalArgumentException naming what key cannot be used and what was expected, without a word of it
     */
    default AccountKey.Outcome change(Account account, Bytes kept, AccountKey.Change change, Instant now) {
        return new AccountKey.Outcome.Refused(new Flaw(
                "account " + account.id() + " has no keys", "one whose acquirer signs with keys of the account"));
    }

    /**
     * An account as it is to be.
     *
     * @param fields what differs; none if it is so already
     */
    record Renewed(NewAccount next, List<FieldChange> fields) {
        public Renewed {
            fields = List.copyOf(fields);
        }

        /** Which handles differ; to be added to. */
        public static List<FieldChange> handles(Account account, NewAccount next) {
            List<FieldChange> fields = new ArrayList<>();
            next.handles()
                    .forEach(handle -> FieldChange.between(
                                    handle.kind(), account.handle(handle.kind()).orElse("none"), handle.value())
                            .ifPresent(fields::add));
            return fields;
        }
    }
}
