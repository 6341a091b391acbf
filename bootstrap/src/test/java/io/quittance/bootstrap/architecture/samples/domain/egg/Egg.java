package io.quittance.bootstrap.architecture.samples.domain.egg;

import io.quittance.bootstrap.architecture.samples.domain.hen.Hen;
import java.util.Optional;

/** Two features must not need each other. */
public record Egg(Optional<Hen> other) {}
