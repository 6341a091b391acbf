package io.quittance.bootstrap.wiring;

import io.quittance.http.payermax.PayerMaxCall;
import io.quittance.http.simulator.SimulatorDesk;

/** Who settles: what the adapters of every kind of order ask. */
sealed interface FarEnd {
    record Simulator(SimulatorDesk desk) implements FarEnd {}

    /**
     * @param call for what nobody waits for
     * @param waitedFor for what a merchant waits for, who gives up soon
     */
    record PayerMax(PayerMaxCall call, PayerMaxCall waitedFor) implements FarEnd {}
}
