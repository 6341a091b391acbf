package io.quittance.application.capture;

import io.quittance.application.account.Holder;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Operation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whoever settles captures and cancels: PayerMax, or the simulator. A call takes seconds, so it is made outside any
 * transaction.
 */
public interface OperationAcquirer {
    /** Passes an operation on. Never throws for what the other side does; a caller need not retry at once. */
    Answer<Said> submit(Holder holder, Operation operation);

    /** Whether it answers an id that it knows as the first time, so that asking again is safe when in doubt. */
    boolean knowsItsIds();

    /** How it is asked where an operation stands; empty where only its messages tell, as with PayerMax. */
    default Optional<Question> question() {
        return Optional.empty();
    }

    /** Asks where an operation stands. */
    @FunctionalInterface
    interface Question {
        /** Never throws for what the other side does; asking again is always safe. */
        Answer<Said> ask(Holder holder, Operation operation);
    }

    /** What it says of an operation. */
    sealed interface Said {
        /**
         * It has it.
         *
         * @param report where the operation stands
         * @param odd which fields made no sense and decided nothing; the journal tells of them
         */
        record Has(Operation.Report report, List<String> odd) implements Said {
            public Has {
                Objects.requireNonNull(report, "report");
                odd = List.copyOf(odd);
            }

            /** In an answer of which every field makes sense. */
            public Has(Operation.Report report) {
                this(report, List.of());
            }
        }

        /**
         * It has one under that request id already, and took no new one. That is about the id and not about the operation:
         * what it has may be this very one, from a call of which our own marks were lost.
         */
        record HadAlready() implements Said {}

        /** It has none under that id, as far as it knows now. Only asked where one stands it says so. */
        record HasNot() implements Said {}
    }
}
