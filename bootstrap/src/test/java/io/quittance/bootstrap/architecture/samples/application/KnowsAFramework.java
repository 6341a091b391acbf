package io.quittance.bootstrap.architecture.samples.application;

import jakarta.inject.Singleton;

/** A use case must not know a framework. */
@Singleton
public final class KnowsAFramework {}
