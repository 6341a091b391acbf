package io.quittance.bootstrap.architecture.samples.application;

import io.quittance.bootstrap.Main;

/** What is started must not know what starts it. */
public record KnowsTheBootstrap(Main main) {}
