package io.quittance.http.south;

import io.quittance.application.account.Holder;
import io.quittance.application.discrepancy.KeptNews;
import io.quittance.application.journal.Message;
import io.quittance.domain.account.Account;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.signing.Rsa;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads notifications again that were kept: by the callback that read them first, or, where that was not noted, by the one
 * whose type they name.
 */
@Singleton
public final class KeptCallbacks implements KeptNews {
    private final List<Callback> all;
    private final UpstreamPublicKeys keys;

    public KeptCallbacks(Collection<Callback> all, UpstreamPublicKeys keys) {
        this.all = all.stream().sorted(Comparator.comparing(Callback::name)).toList();
        this.keys = keys;
    }

    @Override
    public Taken take(Holder holder, Message kept) {
        Optional<Json.Obj> message = read(kept);
        Optional<Callback> reader = message.flatMap(said -> reader(kept, said));
        if (reader.isEmpty()) {
            return new Taken.NoNews("it is no notification of upstream's, or one that cannot be told from others");
        }
        if (!reader.get().adoptable()) {
            return new Taken.NoNews("what comes to " + reader.get().name()
                    + " is not taken in again, as its acquirer does not say how");
        }
        try {
            return new Taken.Told(reader.get()
                    .take(new Callback.Notification(
                            List.of(holder),
                            message.get(),
                            kept.raw(),
                            kept.keyId(),
                            kept.came().flatMap(Message.Came::call),
                            kept.adopted())));
        } catch (Refusal refusal) {
            return new Taken.NotUnderstood(Callbacks.why(refusal));
        }
    }

    private static Optional<Json.Obj> read(Message kept) {
        try {
            return JsonReader.read(kept.raw().toArray()) instanceof Json.Obj said
                    ? Optional.of(said)
                    : Optional.empty();
        } catch (JsonFault _) {
            return Optional.empty();
        }
    }

    /** Versions before the one that notes the address kept PayerMax's news only; an answer names no type. */
    private Optional<Callback> reader(Message kept, Json.Obj said) {
        if (kept.came().isPresent()) {
            String name = kept.came().get().callback();
            return all.stream().filter(one -> one.name().equals(name)).findFirst();
        }
        String type =
                said.field("notifyType").orElse(new Json.Null()) instanceof Json.Str(var text) ? text.strip() : "";
        return all.stream()
                .filter(one -> one.senders() instanceof SignedSenders)
                .filter(one -> one.notifyType().filter(type::equals).isPresent())
                .findFirst();
    }

    @Override
    public boolean verifiedFor(Account account, Message kept) {
        return keys.of(account).stream().map(Rsa::keyId).anyMatch(kept.keyId()::equals);
    }
}
