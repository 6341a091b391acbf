package io.quittance.bootstrap.wiring;

import io.quittance.application.upstream.HeldAccounts;
import io.quittance.bootstrap.management.Health;
import io.quittance.http.acquirer.Acquirer;
import io.quittance.http.acquirer.Acquirers;
import io.quittance.http.acquirer.Reach;
import java.util.List;
import java.util.stream.Stream;

/**
 * An address at which somebody else answers, and upstream never has, is this instance's own fault: it is not ready, so that
 * it takes no rotation over with a wrong setting. Where upstream has answered before, or refuses one merchant's keys, what is
 * taken in is kept until it can be passed on: that is a warning.
 */
record UpstreamHealth(Acquirers acquirers, HeldAccounts held) implements Health.Upstream {
    @Override
    public List<String> misplaced() {
        return reaches().flatMap(reach -> reach.misplaced().stream()).toList();
    }

    @Override
    public List<String> warnings() {
        return Stream.concat(reaches().flatMap(reach -> reach.failing().stream()), held.reasons().stream())
                .toList();
    }

    private Stream<Reach> reaches() {
        return acquirers.all().stream().map(Acquirer::reach);
    }
}
