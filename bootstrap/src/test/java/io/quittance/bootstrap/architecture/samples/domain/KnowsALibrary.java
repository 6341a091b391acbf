package io.quittance.bootstrap.architecture.samples.domain;

import org.slf4j.Logger;

/** A domain class must not know a library. */
public record KnowsALibrary(Logger log) {}
