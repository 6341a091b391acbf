/**
 * Who works off what: the orders are spread over {@value io.quittance.application.shard.Shard#COUNT} shards, each
 * instance leases its even share of them, and a lease's epoch refuses what a stalled owner writes too late. Begin with
 * {@link io.quittance.application.shard.Leases}.
 */
package io.quittance.application.shard;
