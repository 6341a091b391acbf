package io.quittance.http.south;

import io.micronaut.http.HttpStatus;
import io.quittance.application.account.Holder;
import io.quittance.application.journal.Adoption;
import io.quittance.application.journal.Message;
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
 * One kind of notification that an acquirer sends. To add one, register another bean of this type: its address follows.
 * Types and marks tell callbacks apart that have the same {@link #senders}; no message passes from one acquirer's to another's.
 */
public interface Callback {
    /** The first part of its path, as {@code captureResultNotifyUrl}; each also exists with our app id behind it. */
    String name();

    /** Where it is posted to. */
    default String path() {
        return "/" + name();
    }

    /** Who verifies its messages: {@link SignedSenders} if they are signed as PayerMax's are, else its acquirer's own. */
    Senders senders();

    /**
     * For whom a message may be whose address names nobody: groups of merchants, looked at one after the other until a key
     * verifies it. For {@link SignedSenders}; others may ask for it or not.
     *
     * @return empty if the message itself says so, in its envelope
     */
    default Optional<List<List<Merchant>>> recipients(Json.Obj message) {
        return Optional.empty();
    }

    /**
     * The {@code notifyType} of its notifications; empty where they have none. An enveloped notification of another type is
     * taken by the callback of that type with the same senders: whoever knows one address of ours only, as another Quittance
     * whose merchant we are, tells everything there.
     */
    default Optional<String> notifyType() {
        return Optional.empty();
    }

    /** Whether it takes the notifications of every type that no other callback of the same senders has. */
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

    /** Fields of a message that a repeat of it may tell otherwise, as the time at which it was sent. */
    default Set<String> newInRepeats() {
        return Set.of("notifyTime");
    }

    /**
     * Takes in a verified notification. Once it returns, what was told is durable, and it is acknowledged whatever came of it.
     *
     * @throws Refusal if the notification says nothing that we understand
     */
    Settled take(Notification notification) throws Refusal;

    /**
     * Whether a person may adopt a message of it that was kept: then it hands on what it reads by {@link Notification#of}, so
     * that whoever takes it knows who adopts it.
     */
    default boolean adoptable() {
        return false;
    }

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
     * @param candidates for whom it may be, at least one; what verified it is the acquirer's for each of these accounts
     * @param raw the whole body as it came
     * @param keyId which key verified it, in a word that tells no secret, as its fingerprint
     * @param call our number of the relayed request that it answers, where the address named one
     * @param adopted who adopts it, if it was kept before
     */
    record Notification(
            List<Holder> candidates,
            Json.Obj message,
            Bytes raw,
            String keyId,
            Optional<String> call,
            Optional<Adoption> adopted) {
        public Notification {
            candidates = List.copyOf(candidates);
            if (candidates.isEmpty()) {
                throw new IllegalArgumentException("candidates: none (expected: at least one)");
            }
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(keyId, "keyId");
            Objects.requireNonNull(call, "call");
            Objects.requireNonNull(adopted, "adopted");
        }

        /** What was read of it, with where it came to and who adopts it. */
        public Message of(Callback reader, Message read) {
            Optional<String> number = call.filter(one -> one.length() <= Message.Came.MAX_CALL);
            return read.to(new Message.Came(reader.name(), number)).adopted(adopted);
        }

        /** The same, as the answer to a relayed request. */
        Notification answering(Optional<String> request) {
            return new Notification(candidates, message, raw, keyId, request, adopted);
        }
    }
}
