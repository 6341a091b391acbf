package io.quittance.bootstrap.wiring;

import io.quittance.http.payermax.PayerMaxCall;
import io.quittance.http.simulator.SimulatorDesk;

/** Who settles: what the adapters of every kind of order ask. */
sealed interface FarEnd {
    record Simulator(SimulatorDesk desk) implements FarEnd {}

    record PayerMax(PayerMaxCall call) implements FarEnd {}
}
