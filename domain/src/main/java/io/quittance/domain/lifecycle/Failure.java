package io.quittance.domain.lifecycle;

import io.quittance.domain.text.CardNumbers;
import io.quittance.domain.text.ProtocolText;

/**
 * Why an order failed, in the words of whoever refused it.
 *
 * @param code upstream's code, at most 64 characters kept
 * @param message upstream's text, at most 256 characters kept; may be empty
 */
public record Failure(String code, String message) {
    public static final int MAX_CODE = 64;
    public static final int MAX_MESSAGE = 256;

    /** Longer texts are cut, as they explain and do not decide, and card numbers in them are masked; an empty code is {@code PAYMENT_FAILED}. */
    public Failure {
        code = code.isBlank() ? "PAYMENT_FAILED" : cut(code.strip(), MAX_CODE);
        message = cut(message.strip(), MAX_MESSAGE);
    }

    private static String cut(String text, int max) {
        StringBuilder kept = new StringBuilder();
        CardNumbers.masked(text).codePoints().limit(max).forEach(kept::appendCodePoint);
        return ProtocolText.printable(kept.toString());
    }
}
