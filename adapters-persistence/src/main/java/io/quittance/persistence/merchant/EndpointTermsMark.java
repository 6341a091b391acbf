package io.quittance.persistence.merchant;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** What is looked at often of a row of the table {@code endpoint_terms}: which it is, and of which version. */
@MappedEntity("endpoint_terms")
record EndpointTermsMark(@Id long endpoint, int version) {}
