package io.quittance.bootstrap.wiring;

import io.quittance.http.payermax.FarAddress;
import io.quittance.http.payermax.PayerMaxCall;
import io.quittance.http.simulator.SimulatorDesk;

/** Who settles: what the adapters of every kind of order ask. */
sealed interface FarEnd {
    record Simulator(SimulatorDesk desk) implements FarEnd {}

    /**
     * @param address whether PayerMax answers where it is asked
     * @param call for what nobody waits for
     * @param waitedFor for what a merchant waits for, who gives up soon
     */
    record PayerMax(FarAddress address, PayerMaxCall call, PayerMaxCall waitedFor) implements FarEnd {}
}
