package io.quittance.bootstrap.architecture.samples.http.capture;

import io.quittance.http.payermax.FarAddress;

/** A feature that asks one acquirer by name. */
public record AsksPayerMax(FarAddress address) {}
