package io.quittance.http.server;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import io.quittance.http.server.CutConnections.Reason;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/**
 * Ends a connection whose client is too slow. Sees whole messages, so it stands behind the HTTP codec; where a message begins
 * is seen by {@link #bytes()}, before the codec. Of the beginning of a request that came in one piece with the end of the one
 * before it, it knows nothing until more comes: such a connection counts as idle so long.
 */
final class Timekeeper extends ChannelDuplexHandler {
    private final Conversation conversation;
    private final CutConnections cut;
    private final ChannelHandlerContext codec;

    /** One at a time; it rings too early rather than being set anew with every message. */
    private Future<?> alarm;

    private long alarmAt;

    /** @param codec of the connection, whose thread this is called on */
    Timekeeper(ClientLimits limits, CutConnections cut, ChannelHandlerContext codec) {
        this.conversation = new Conversation(limits, now(codec));
        this.cut = cut;
        this.codec = codec;
    }

    /** What stands before the codec. */
    ChannelHandler bytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object message) {
                conversation.arrives(now(ctx));
                ctx.fireChannelRead(message);
                setAlarm();
            }
        };
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        setAlarm();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest) {
            conversation.arrives(now(ctx));
        }
        if (message instanceof LastHttpContent) {
            conversation.arrived(now(ctx));
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            ctx.write(message, promise);
            return;
        }
        if (message instanceof HttpResponse) {
            conversation.leaves(now(ctx));
        }
        if (message instanceof LastHttpContent) {
            ctx.write(message, promise.unvoid().addListener(_ -> left()));
        } else {
            ctx.write(message, promise);
        }
        setAlarm();
    }

    /**
     * The codec throws for nothing but more requests in a row than it keeps, what is before it for no or other TLS; who sends
     * those must not fill the log.
     */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof DecoderException)) {
            ctx.fireExceptionCaught(cause);
        } else if (cause.getCause() instanceof SSLException) {
            // Who speaks TLS has closed it already.
            cut.count(Reason.NO_TLS);
            codec.channel().close();
        } else if (codec.channel().isOpen()) {
            cut.count(Reason.TOO_MUCH_AT_ONCE);
            codec.channel().close();
        }
    }

    private void left() {
        conversation.left(now(codec));
        setAlarm();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (alarm != null) {
            alarm.cancel(false);
        }
        ctx.fireChannelInactive();
    }

    private void setAlarm() {
        long now = now(codec);
        long remaining = conversation.remaining(now);
        if (remaining == Long.MAX_VALUE || !codec.channel().isOpen()) {
            return;
        }
        if (alarm == null || alarmAt - now > remaining) {
            if (alarm != null) {
                alarm.cancel(false);
            }
            alarmAt = now + remaining;
            alarm = codec.executor().schedule(this::ring, Math.max(remaining, 0), TimeUnit.NANOSECONDS);
        }
    }

    private void ring() {
        alarm = null;
        Optional<Reason> overdue = conversation.overdue(now(codec));
        if (overdue.isEmpty()) {
            setAlarm();
        } else if (codec.channel().isOpen()) {
            cut.count(overdue.get());
            end(overdue.get());
        }
    }

    /** What nobody takes must not stay with the system for minutes after us, so then the connection is reset. */
    private void end(Reason reason) {
        if (reason == Reason.SLOW_ANSWER) {
            codec.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        }
        codec.channel().close();
    }

    private static long now(ChannelHandlerContext ctx) {
        return ctx.executor().ticker().nanoTime();
    }
}
