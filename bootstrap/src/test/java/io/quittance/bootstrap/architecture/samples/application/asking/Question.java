package io.quittance.bootstrap.architecture.samples.application.asking;

import io.quittance.bootstrap.architecture.samples.application.answering.Answer;
import java.util.Optional;

/** Two features must not need each other. */
public record Question(Optional<Answer> other) {}
