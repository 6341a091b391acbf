package io.quittance.bootstrap.architecture.samples.http.dinner;

/** A feature. */
public final class Dinner {}
