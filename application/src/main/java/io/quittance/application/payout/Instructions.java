package io.quittance.application.payout;

import io.quittance.domain.payout.Instruction;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.text.Bytes;

/** What merchants want done, in our words. Pure: no clock, no network, and nothing is kept. */
@FunctionalInterface
public interface Instructions {
    /**
     * Reads the request of a payout once more. Never refuses one that was taken: what it cannot make out it names in
     * {@link Instruction#unread}.
     *
     * @param words the merchant's request, the whole body as it came
     */
    Instruction read(Payout payout, Bytes words);
}
