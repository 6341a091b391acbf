package io.quittance.domain.account;

import io.quittance.domain.merchant.MerchantId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a merchant has with one acquirer. It holds no key, so it may be passed anywhere; what is secret are its settings,
 * which only the acquirer's own adapter reads.
 *
 * @param handles how the acquirer's messages name it, by kind, one of each; no two accounts of an acquirer have the same
 * @param version grows with each change of its settings, from 1
 */
public record Account(AccountId id, MerchantId merchant, AcquirerName acquirer, List<Handle> handles, int version) {
    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(acquirer, "acquirer");
        handles = sorted(handles);
        if (version < 1) {
            throw new IllegalArgumentException("version: " + version + " (expected: >= 1)");
        }
    }

    /** @throws IllegalArgumentException if two are of one kind */
    public static List<Handle> sorted(List<Handle> handles) {
        if (handles.stream().map(Handle::kind).distinct().count() != handles.size()) {
            throw new IllegalArgumentException("handles: " + handles + " (expected: one of each kind)");
        }
        return handles.stream().sorted().toList();
    }

    /** Its handle of that kind, if it has one. */
    public Optional<String> handle(String kind) {
        return handles.stream()
                .filter(one -> one.kind().equals(kind))
                .map(Handle::value)
                .findFirst();
    }
}
