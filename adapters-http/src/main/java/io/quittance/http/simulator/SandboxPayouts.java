package io.quittance.http.simulator;

import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.domain.lifecycle.Failure;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What decides how the simulator ends a payout: the remark, if it names an end, else the amount of the trade, by value and
 * in any currency. PayerMax "Integration and Testing" (disbursement).
 */
final class SandboxPayouts {
    static final List<BigDecimal> FAILING = List.of(new BigDecimal("110"), new BigDecimal("11000"));

    static final List<BigDecimal> PENDING = List.of(new BigDecimal("100"), new BigDecimal("10000"));

    /** What a failing payout is told. */
    static final Failure FAILURE = new Failure("INVALID_ACCOUNT", "The simulator fails this payout.");

    private SandboxPayouts() {}

    static Verdict verdict(BigDecimal amount, Optional<String> remark) {
        return remark.flatMap(SandboxPayouts::named).orElseGet(() -> byAmount(amount));
    }

    private static Optional<Verdict> named(String remark) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict != Verdict.PENDING)
                .filter(verdict -> verdict.name().equals(remark.strip()))
                .findFirst();
    }

    private static Verdict byAmount(BigDecimal amount) {
        if (among(FAILING, amount)) {
            return Verdict.FAILED;
        }
        return among(PENDING, amount) ? Verdict.PENDING : Verdict.SUCCESS;
    }

    private static boolean among(List<BigDecimal> amounts, BigDecimal amount) {
        return amounts.stream().anyMatch(magic -> magic.compareTo(amount) == 0);
    }
}
