package io.quittance.application.shard;

import java.time.Instant;
import java.util.Map;

/**
 * A read that a lane wants: so many of a stretch, due until then.
 *
 * @param missed what is read as well, whenever it is due, by its ids, and when each was due first
 */
record Reading(Stretch stretch, Instant until, int limit, Map<Long, Instant> missed) {}
