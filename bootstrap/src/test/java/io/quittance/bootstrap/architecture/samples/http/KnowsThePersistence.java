package io.quittance.bootstrap.architecture.samples.http;

import io.quittance.bootstrap.architecture.samples.persistence.Rows;

/** One adapter must not know the other. */
public record KnowsThePersistence(Rows rows) {}
