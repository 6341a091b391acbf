package io.quittance.http.south;

import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;

/**
 * For whom a message may be, and whether its acquirer sent it. {@link SignedSenders} knows those that are signed as
 * PayerMax signs; an acquirer with another signature brings its own with its {@link Callback}, the same (by {@code equals})
 * with all of its callbacks.
 */
@FunctionalInterface
public interface Senders {
    /**
     * @return {@link Incoming#verified} for the accounts whose acquirer sent it
     * @throws Refusal if nobody that we know sent it; in the same words whatever the reason, so that a stranger cannot tell
     *     an unknown merchant from a wrong signature
     */
    Callback.Notification verify(Callback callback, Incoming incoming) throws Refusal;

    /**
     * The refusal.
     *
     * @param header where the signature is
     * @param expected how a message is signed, in few words
     */
    static Refusal notVerified(String header, String expected) {
        return Refusal.described(WireCode.SIGN_VERIFY_FAILED, header, "does not verify", expected);
    }
}
