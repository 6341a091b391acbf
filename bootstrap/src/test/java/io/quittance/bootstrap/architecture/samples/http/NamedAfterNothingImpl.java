package io.quittance.bootstrap.architecture.samples.http;

/** A name must say something. */
public final class NamedAfterNothingImpl {}
