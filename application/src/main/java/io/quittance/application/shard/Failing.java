package io.quittance.application.shard;

import java.time.Instant;
import java.util.Optional;

/** That a lane fails, as people are told of it. @param whom its other side; empty if people know the lane */
public record Failing(Instant since, String why, Optional<String> whom) {}
