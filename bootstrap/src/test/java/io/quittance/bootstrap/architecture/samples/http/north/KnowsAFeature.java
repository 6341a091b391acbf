package io.quittance.bootstrap.architecture.samples.http.north;

import io.quittance.bootstrap.architecture.samples.http.dinner.Dinner;

/** Part of a face, and knows what is asked there. */
public record KnowsAFeature(Dinner served) {}
