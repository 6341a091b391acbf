package io.quittance.bootstrap.architecture.samples.application.answering;

import io.quittance.bootstrap.architecture.samples.application.asking.Question;
import java.util.Optional;

/** Two features must not need each other. */
public record Answer(Optional<Question> other) {}
