package io.quittance.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import io.quittance.http.server.CutConnections.Reason;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Before a port, whoever connects")
class DoorkeeperTest {
    private static final ClientLimits ONE_EACH = new ClientLimits(2, 1, Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final CutConnections cut = new CutConnections();
    private final List<String> log = new ArrayList<>();
    private long now = Long.MAX_VALUE - 5;
    private final EmbeddedChannel port =
            new EmbeddedChannel(new Doorkeeper(new Visitors(ONE_EACH), ONE_EACH, cut, () -> now, log::add));

    private EmbeddedChannel visitor(String address) {
        return new EmbeddedChannel() {
            @Override
            public SocketAddress remoteAddress() {
                return new InetSocketAddress(address, 1_234);
            }
        };
    }

    private boolean letIn(EmbeddedChannel visitor) {
        port.writeInbound(visitor);
        boolean letIn = port.readInbound() == visitor;
        assertEquals(letIn, visitor.isOpen());
        return letIn;
    }

    @Test
    void is_let_in_while_there_is_room() {
        assertTrue(letIn(visitor("192.0.2.1")));
        assertTrue(letIn(visitor("192.0.2.2")));
        assertEquals(List.of(), log);
    }

    @Test
    void is_cut_and_counted_where_there_is_none() {
        letIn(visitor("192.0.2.1"));
        assertFalse(letIn(visitor("192.0.2.1")));
        letIn(visitor("192.0.2.2"));
        assertFalse(letIn(visitor("192.0.2.3")));

        assertEquals(1, cut.of(Reason.TOO_MANY_OF_ONE_ADDRESS));
        assertEquals(1, cut.of(Reason.TOO_MANY));
    }

    @Test
    void makes_room_when_it_goes() {
        EmbeddedChannel first = visitor("192.0.2.1");
        letIn(first);

        first.close();

        assertTrue(letIn(visitor("192.0.2.1")));
    }

    @Test
    void is_told_of_once_a_minute_if_it_was_too_many() {
        letIn(visitor("192.0.2.1"));
        letIn(visitor("192.0.2.1"));
        letIn(visitor("192.0.2.1"));
        now += Duration.ofSeconds(59).toNanos();
        letIn(visitor("192.0.2.1"));
        now += Duration.ofSeconds(1).toNanos();
        letIn(visitor("192.0.2.1"));

        assertEquals(
                List.of(
                        "connections turned away: 1, the last from 192.0.2.1; 1 of its address are open, as many as"
                                + " QUITTANCE_CLIENT_CONNECTIONS_PER_ADDRESS allows",
                        "connections turned away: 3, the last from 192.0.2.1; 1 of its address are open, as many as"
                                + " QUITTANCE_CLIENT_CONNECTIONS_PER_ADDRESS allows"),
                log);
    }
}
