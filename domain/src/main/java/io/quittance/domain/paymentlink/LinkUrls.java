package io.quittance.domain.paymentlink;

import java.util.Objects;

/**
 * Where a link is paid.
 *
 * @param page what the payer opens; upstream's where upstream takes the money
 * @param qrCode a picture that a reader decodes to {@code page}
 */
public record LinkUrls(String page, String qrCode) {
    /** Four times what the page allows: it is upstream's to choose, and a cut address is none. */
    public static final int MAX_CHARACTERS = 1024;

    public LinkUrls {
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(qrCode, "qrCode");
        if (page.length() > MAX_CHARACTERS || qrCode.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException("a link's URLs (expected: at most " + MAX_CHARACTERS + " characters)");
        }
    }
}
