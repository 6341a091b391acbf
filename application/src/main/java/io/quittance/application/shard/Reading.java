package io.quittance.application.shard;

import java.time.Instant;

/** A read that a lane wants: so many of a stretch, due until then. */
record Reading(Stretch stretch, Instant until, int limit) {}
