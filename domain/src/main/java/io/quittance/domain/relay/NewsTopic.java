package io.quittance.domain.relay;

import io.quittance.domain.text.ProtocolText;

/**
 * What news that we do not understand is about, as far as that can be told: its type and the id of the thing that it
 * names. News of one topic is told in the order in which it came.
 *
 * @param type {@code notifyType}, as {@code REFUND}; the page allows 16 characters, we accept more
 * @param subject the id of the thing, or a fingerprint of the news where it names none
 */
public record NewsTopic(String type, String subject) {
    public static final int MAX_TYPE = 64;
    public static final int MAX_SUBJECT = 128;

    public NewsTopic {
        ProtocolText.require("notifyType", type, MAX_TYPE);
        ProtocolText.require("subject", subject, MAX_SUBJECT);
    }

    @Override
    public String toString() {
        return text(type, subject);
    }

    /** As persons see one, also one that cannot be. */
    public static String text(String type, String subject) {
        return type + " " + ProtocolText.excerpt(subject);
    }
}
