package io.quittance.bootstrap.architecture.samples.domain.hen;

import io.quittance.bootstrap.architecture.samples.domain.egg.Egg;
import java.util.Optional;

/** Two features must not need each other. */
public record Hen(Optional<Egg> other) {}
