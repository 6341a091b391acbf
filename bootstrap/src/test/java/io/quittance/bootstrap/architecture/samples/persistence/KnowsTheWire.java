package io.quittance.bootstrap.architecture.samples.persistence;

import io.quittance.bootstrap.architecture.samples.http.SpeaksSql;

/** One adapter must not know the other. */
public record KnowsTheWire(SpeaksSql other) {}
