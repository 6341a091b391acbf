package io.quittance.bootstrap.wiring;

import io.quittance.application.paymentlink.LinkIds;
import io.quittance.domain.paymentlink.LinkId;
import java.security.SecureRandom;

/**
 * Lower-case letters as the pages' own {@code jyirffse}, but so many that nobody can guess one: whoever knows a link's id
 * may see its page. Sixteen letters hold 75 bits, of which the choice of a shard takes six at most.
 */
final class RandomLinkIds implements LinkIds {
    private static final int LETTERS = 16;

    private final SecureRandom random;
    private final OwnShards own;

    RandomLinkIds(SecureRandom random, OwnShards own) {
        this.random = random;
        this.own = own;
    }

    @Override
    public LinkId next() {
        return new LinkId(own.draw(this::letters));
    }

    private String letters() {
        return random.ints(LETTERS, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
