package io.quittance.bootstrap.architecture.samples.http.simulator;

import io.quittance.http.payermax.FarAddress;

/** An acquirer that leans on another. */
public record KnowsAnother(FarAddress address) {}
