package io.quittance.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.http.server.CutConnections.Reason;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of those who are connected")
class VisitorsTest {
    private final Visitors visitors =
            new Visitors(new ClientLimits(3, 2, Duration.ofSeconds(1), Duration.ofSeconds(1)));

    private Optional<Reason> enter(String address) {
        return visitors.enter(InetAddress.ofLiteral(address));
    }

    private void leave(String address) {
        visitors.leave(InetAddress.ofLiteral(address));
    }

    @Test
    void one_address_has_so_many_and_no_more() {
        assertEquals(Optional.empty(), enter("192.0.2.1"));
        assertEquals(Optional.empty(), enter("192.0.2.1"));
        assertEquals(Optional.of(Reason.TOO_MANY_OF_ONE_ADDRESS), enter("192.0.2.1"));
        assertEquals(Optional.empty(), enter("192.0.2.2"));
    }

    @Test
    void all_together_are_so_many_and_no_more() {
        enter("192.0.2.1");
        enter("192.0.2.2");
        enter("192.0.2.3");

        assertEquals(Optional.of(Reason.TOO_MANY), enter("192.0.2.4"));
        assertEquals(3, visitors.all());
    }

    @Test
    void who_leaves_makes_room_and_is_forgotten() {
        enter("192.0.2.1");
        enter("192.0.2.1");
        leave("192.0.2.1");
        assertEquals(Optional.empty(), enter("192.0.2.1"));

        leave("192.0.2.1");
        leave("192.0.2.1");

        assertEquals(0, visitors.all());
        assertEquals(0, visitors.addresses());
    }

    @Test
    void who_was_turned_away_takes_no_room() {
        enter("192.0.2.1");
        enter("192.0.2.1");
        enter("192.0.2.1");

        assertEquals(2, visitors.all());
        assertEquals(Optional.empty(), enter("192.0.2.2"));
    }

    @Test
    void the_addresses_that_one_owner_has_in_ipv6_are_one() {
        enter("2001:db8:0:1::1");
        enter("2001:db8:0:1:ffff::2");

        assertEquals(Optional.of(Reason.TOO_MANY_OF_ONE_ADDRESS), enter("2001:db8:0:1::3"));
        assertEquals(Optional.empty(), enter("2001:db8:0:2::1"));
    }
}
