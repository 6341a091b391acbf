/** The leases of the shards in the table {@code shard}: {@link io.quittance.persistence.shard.JdbcShards}. */
package io.quittance.persistence.shard;
