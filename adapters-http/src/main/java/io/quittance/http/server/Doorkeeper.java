package io.quittance.http.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quittance.application.shard.Ticker;
import io.quittance.http.server.CutConnections.Reason;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stands before a listener and turns away whoever is too many, before anything is set up for him. Says so at most once a
 * minute: who knocks a thousand times a second must not fill the log.
 */
final class Doorkeeper extends ChannelInboundHandlerAdapter {
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Visitors visitors;
    private final ClientLimits limits;
    private final CutConnections cut;
    private final Ticker ticker;
    private final Consumer<String> log;
    private long saidAt;
    private long turnedAway;
    private boolean said;

    Doorkeeper(Visitors visitors, ClientLimits limits, CutConnections cut, Ticker ticker, Consumer<String> log) {
        this.visitors = visitors;
        this.limits = limits;
        this.cut = cut;
        this.ticker = ticker;
        this.log = log;
    }

    /** A listener reads connections. */
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof Channel visitor
                && visitor.remoteAddress() instanceof InetSocketAddress from
                && from.getAddress() != null) {
            Optional<Reason> refused = visitors.enter(from.getAddress());
            if (refused.isPresent()) {
                cut.count(refused.get());
                visitor.unsafe().closeForcibly();
                say(refused.get(), from.getAddress());
                return;
            }
            visitor.closeFuture().addListener(_ -> visitors.leave(from.getAddress()));
        }
        ctx.fireChannelRead(message);
    }

    private void say(Reason reason, InetAddress from) {
        turnedAway++;
        if (said && ticker.since(saidAt).compareTo(SILENCE) < 0) {
            return;
        }
        String most = reason == Reason.TOO_MANY
                ? limits.connections() + " are open, as many as QUITTANCE_CLIENT_CONNECTIONS allows"
                : limits.perAddress()
                        + " of its address are open, as many as QUITTANCE_CLIENT_CONNECTIONS_PER_ADDRESS allows";
        log.accept("connections turned away: " + turnedAway + ", the last from " + from.getHostAddress() + "; " + most);
        said = true;
        saidAt = ticker.nanos();
        turnedAway = 0;
    }
}
