/**
 * Who works off what: the orders are spread over {@value io.quittance.application.shard.Shard#COUNT} shards, an
 * instance leases shards, and a lease's epoch refuses what a stalled owner writes too late.
 */
package io.quittance.application.shard;
