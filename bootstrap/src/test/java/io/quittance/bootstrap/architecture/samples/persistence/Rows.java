package io.quittance.bootstrap.architecture.samples.persistence;

/** Something of the other side. */
public record Rows() {}
