package io.quittance.application.shard;

import java.time.Instant;

/**
 * An entry, and the right to work on it.
 *
 * @param since its turn in the lane: when it was due first
 */
record Hand<Q>(Lease lease, Q entry, Instant since) {}
