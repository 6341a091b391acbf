package io.quittance.bootstrap.wiring;

import io.quittance.application.upstream.HeldAccounts;
import io.quittance.bootstrap.management.Health;
import io.quittance.http.payermax.FarAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An address at which somebody else answers, and upstream never has, is this instance's own fault: it is not ready, so that
 * it takes no rotation over with a wrong setting. Where upstream has answered before, or refuses one merchant's keys, what is
 * taken in is kept until it can be passed on: that is a warning.
 */
record UpstreamHealth(FarEnd farEnd, HeldAccounts held) implements Health.Upstream {
    @Override
    public Optional<String> misplaced() {
        return address().filter(address -> !address.spoken()).flatMap(FarAddress::fault);
    }

    @Override
    public List<String> warnings() {
        Stream<String> failing = address().filter(FarAddress::spoken).flatMap(FarAddress::fault).stream();
        return Stream.concat(failing, held.reasons().stream()).toList();
    }

    private Optional<FarAddress> address() {
        return switch (farEnd) {
            case FarEnd.PayerMax(var address, var _, var _) -> Optional.of(address);
            case FarEnd.Simulator _ -> Optional.empty();
        };
    }
}
