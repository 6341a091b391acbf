package io.quittance.http.server;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.quittance.application.shard.Ticker;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the network and the framework. Bounds what a client may take: how many connections ({@link Doorkeeper}), and
 * how long ({@link Timekeeper}); lets only {@link WholeRequests} through; and answers nothing without {@link AnswerHeaders}.
 */
public final class BoundedClients implements NettyServerCustomizer {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedClients.class);

    private final ClientLimits limits;
    private final Ticker ticker;
    private final AnswerHeaders headers;
    private final CutConnections cut = new CutConnections();
    private final List<Visitors> ports = new CopyOnWriteArrayList<>();

    /** @param overTls whether people reach the public port by {@code https}, here or at a proxy */
    public BoundedClients(ClientLimits limits, Ticker ticker, boolean overTls) {
        this.limits = limits;
        this.ticker = ticker;
        this.headers = new AnswerHeaders(overTls);
    }

    public CutConnections cut() {
        return cut;
    }

    /** How many connections are open now, at all ports. */
    public int open() {
        return ports.stream().mapToInt(Visitors::all).sum();
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        return switch (role) {
            case LISTENER -> {
                Visitors visitors = new Visitors(limits);
                ports.add(visitors);
                channel.pipeline().addFirst(new Doorkeeper(visitors, limits, cut, ticker, LOG::warn));
                yield this;
            }
            case CONNECTION -> new Connection(channel.pipeline());
            case REQUEST_STREAM, PUSH_PROMISE_STREAM -> this;
        };
    }

    /** One that speaks HTTP/1.1; of any other, where a file of settings asked for it, the framework's idle time-out is all. */
    private final class Connection implements NettyServerCustomizer {
        private final ChannelPipeline pipeline;

        Connection(ChannelPipeline pipeline) {
            this.pipeline = pipeline;
        }

        @Override
        public void onInitialPipelineBuilt() {
            ChannelHandlerContext codec = pipeline.context(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC);
            if (codec != null) {
                Timekeeper timekeeper = new Timekeeper(limits, cut, codec);
                pipeline.addAfter(codec.name(), "whole-requests", new WholeRequests());
                pipeline.addAfter(codec.name(), "timekeeper", timekeeper);
                pipeline.addAfter(codec.name(), "answer-headers", headers);
                pipeline.addBefore(codec.name(), "timekeeper-bytes", timekeeper.bytes());
                pipeline.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
            }
        }
    }
}
