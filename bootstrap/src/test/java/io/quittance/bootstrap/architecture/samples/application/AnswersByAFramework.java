package io.quittance.bootstrap.architecture.samples.application;

import io.micronaut.http.HttpResponse;

/** A use case must not know how it is asked. */
public record AnswersByAFramework(HttpResponse<String> answer) {}
