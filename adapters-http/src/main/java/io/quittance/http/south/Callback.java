package io.quittance.http.south;

import io.micronaut.http.HttpStatus;
import io.quittance.application.account.Holder;
import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of notification that an acquirer sends. To add one, register another bean of this type: its address follows. What is
 * said here of types and marks is of PayerMax's protocol; one whose {@link #senders} are its own is left alone by it.
 */
public interface Callback {
    /** The first part of its path, as {@code captureResultNotifyUrl}; each also exists with our app id behind it. */
    String name();

    /** Where it is posted to. */
    default String path() {
        return "/" + name();
    }

    /**
     * For whom a message may be whose address names nobody: groups of merchants, looked at one after the other until a key
     * verifies it.
     *
     * @return empty if the message itself says so, in its envelope
     */
    default Optional<List<List<Merchant>>> recipients(Json.Obj message) {
        return Optional.empty();
    }

    /** Who verifies its messages; empty if they are signed as PayerMax's are. */
    default Optional<Senders> senders() {
        return Optional.empty();
    }

    /**
     * The {@code notifyType} of its notifications; empty where they have none. An enveloped notification of another type is
     * taken by the callback of that type: whoever knows one address of ours only, as another Quittance whose merchant we
     * are, tells everything there.
     */
    default Optional<String> notifyType() {
        return Optional.empty();
    }

    /** Whether it takes the enveloped notifications of every type that no other callback has. One callback does. */
    default boolean takesEveryType() {
        return false;
    }

    /**
     * Fields of {@code data} that its notifications have and no others: by them one is known that leaves its type out. The
     * signature covers no address, so a capture's news must not end a cancel because somebody posted it there.
     */
    default Set<String> marks() {
        return Set.of();
    }

    /**
     * Takes in a verified notification. Once it returns, what was told is durable, and it is acknowledged whatever came of it.
     *
     * @throws Refusal if the notification says nothing that we understand
     */
    Settled take(Notification notification) throws Refusal;

    /** What goes back when it is durable, in the dialect of this callback. */
    default Bytes acknowledgement() {
        return Envelope.ACKNOWLEDGEMENT;
    }

    /** What goes back when it is not acknowledged, in the dialect of this callback. */
    default Bytes refused(WireCode code, String msg) {
        return Envelope.refused(code, msg);
    }

    /** The status of a refusal of what was verified and makes no sense; told apart from what cannot even be read. */
    default HttpStatus notUnderstood() {
        return HttpStatus.UNPROCESSABLE_ENTITY;
    }

    /**
     * A verified notification.
     *
     * @param candidates for whom it may be, at least one; the key is upstream's for each of these accounts
     * @param raw the whole body as it came
     * @param keyId fingerprint of the key that verified it
     * @param call our number of the relayed request that it answers, where the address named one
     */
    record Notification(List<Holder> candidates, Json.Obj message, Bytes raw, String keyId, Optional<String> call) {
        public Notification {
            candidates = List.copyOf(candidates);
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(keyId, "keyId");
            Objects.requireNonNull(call, "call");
        }

        /** The same, as the answer to a relayed request. */
        Notification answering(Optional<String> request) {
            return new Notification(candidates, message, raw, keyId, request);
        }
    }
}
