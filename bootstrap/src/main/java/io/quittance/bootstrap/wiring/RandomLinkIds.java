package io.quittance.bootstrap.wiring;

import io.quittance.application.paymentlink.LinkIds;
import io.quittance.domain.paymentlink.LinkId;
import java.security.SecureRandom;

/**
 * Lower-case letters as the pages' own {@code jyirffse}, but so many that nobody can guess one: whoever knows a link's id
 * may see its page. Sixteen letters hold 75 bits.
 */
final class RandomLinkIds implements LinkIds {
    private static final int LETTERS = 16;

    private final SecureRandom random;

    RandomLinkIds(SecureRandom random) {
        this.random = random;
    }

    @Override
    public LinkId next() {
        return new LinkId(random.ints(LETTERS, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }
}
