package io.quittance.application.shard;

import java.time.Instant;

/** That a lane fails, as people are told of it. */
public record Failing(Instant since, String why) {}
