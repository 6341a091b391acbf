package io.quittance.bootstrap.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How many shards each of several instances works off. */
final class Shares {
    private Shares() {}

    /** @param shares in ascending order, whoever has which */
    static void become(List<Integer> shares, Duration most, GatewayProcess... instances) {
        Await.until(() -> shares + ", but they have " + held(instances), most, () -> shares.equals(held(instances)));
    }

    private static List<Integer> held(GatewayProcess... instances) {
        return Stream.of(instances).map(GatewayProcess::shardsHeld).sorted().toList();
    }
}
