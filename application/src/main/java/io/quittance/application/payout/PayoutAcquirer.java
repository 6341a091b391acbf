package io.quittance.application.payout;

import io.quittance.application.account.Holder;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.payout.Instruction;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whoever pays out: PayerMax, or the simulator. A call takes seconds, so it is made outside any transaction. */
public interface PayoutAcquirer {
    /**
     * Passes a payout on. Never throws for what the other side does; a caller need not retry at once.
     *
     * @param asked what the merchant asked for
     */
    Answer<Said> pay(Holder holder, Payout payout, Asked asked);

    /** Asks how a payout stands. Never throws for what the other side does; asking again is always safe. */
    Answer<Said> query(Holder holder, Payout payout);

    /** Whether it answers a number that it knows as the first time, so that paying again is safe when in doubt. */
    boolean knowsItsIds();

    /**
     * What is to be done, said twice.
     *
     * @param instruction in our words, for whoever speaks another protocol than the merchant
     * @param words the merchant's own, the whole body as it came, for whoever speaks the same
     */
    record Asked(Instruction instruction, Bytes words) {
        public Asked {
            Objects.requireNonNull(instruction, "instruction");
            Objects.requireNonNull(words, "words");
        }
    }

    /** What it says of a payout. */
    sealed interface Said {
        /**
         * It has it.
         *
         * @param report where the payout stands, if that was told
         * @param odd which fields made no sense and decided nothing; the journal tells of them
         */
        record Has(Optional<UpstreamTradeNo> number, Optional<Payout.Report> report, List<String> odd) implements Said {
            public Has {
                Objects.requireNonNull(number, "number");
                Objects.requireNonNull(report, "report");
                odd = List.copyOf(odd);
            }

            /** In an answer of which every field makes sense. */
            public Has(Optional<UpstreamTradeNo> number, Optional<Payout.Report> report) {
                this(number, report, List.of());
            }
        }

        /** It has one under that number already, and took no new one. */
        record HadAlready() implements Said {}

        /** It has none under that number, as far as it knows now. */
        record HasNot() implements Said {}
    }
}
