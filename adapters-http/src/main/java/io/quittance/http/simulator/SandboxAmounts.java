package io.quittance.http.simulator;

import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.domain.lifecycle.Failure;
import java.math.BigDecimal;
import java.util.List;

/**
 * The amounts that decide how the simulator ends a capture, by value and in any currency. All others succeed.
 *
 * <p>PayerMax sandbox: for payouts it documents 110 and 11000 as failing and 100 and 10000 as staying pending; for
 * captures it documents nothing. We fail the same two. Staying pending moved to 120 and 12000, as the capture page's own
 * example asks for 100 and should go through.
 */
final class SandboxAmounts {
    static final List<BigDecimal> FAILING = List.of(new BigDecimal("110"), new BigDecimal("11000"));

    static final List<BigDecimal> PENDING = List.of(new BigDecimal("120"), new BigDecimal("12000"));

    /** What a failing capture is told. */
    static final Failure FAILURE = new Failure("PAYMENT_FAILED", "The simulator fails this amount.");

    private SandboxAmounts() {}

    static Verdict verdict(BigDecimal amount) {
        if (among(FAILING, amount)) {
            return Verdict.FAILED;
        }
        return among(PENDING, amount) ? Verdict.PENDING : Verdict.SUCCESS;
    }

    private static boolean among(List<BigDecimal> amounts, BigDecimal amount) {
        return amounts.stream().anyMatch(magic -> magic.compareTo(amount) == 0);
    }
}
