package io.quittance.http.server;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.quittance.http.north.Gateway;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Lets a request through once it has wholly come, and only in HTTP/1.0 or 1.1: what broke off was perhaps not what its client
 * wanted, even where it makes sense. The framework takes the end of a broken body for its end. A body beyond {@link
 * Gateway#MAX_BODY} is let through as it comes, as it is refused for its size. Stands behind the HTTP codec.
 *
 * <p>A client may end its side once it has asked: it is answered, and then the connection is closed.
 */
final class WholeRequests extends ChannelDuplexHandler {
    /** What has come of a request that is not whole. */
    private final Queue<HttpObject> held = new ArrayDeque<>();

    private long heldBytes;
    private boolean continueOwed;

    /** Whether the rest of a request is let through as it comes. */
    private boolean open;

    /** Requests let through without a whole answer. */
    private int unanswered;

    /** What is said once all before it are answered; nothing more is listened to. */
    private Optional<Breach> breach = Optional.empty();

    private boolean inputEnded;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (breach.isPresent()) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            begins(ctx, request);
        } else if (message instanceof HttpContent content && !open) {
            goesOn(ctx, content);
        } else {
            open = open && !(message instanceof LastHttpContent);
            ctx.fireChannelRead(message);
        }
    }

    private void begins(ChannelHandlerContext ctx, HttpRequest request) {
        Optional<Breach> found = Breach.of(request);
        if (found.isPresent()) {
            ReferenceCountUtil.release(request);
            refuse(ctx, found.get());
        } else if (request instanceof LastHttpContent) {
            letIn(ctx, request);
        } else if (request.decoderResult().isFailure() || HttpUtil.getContentLength(request, 0L) > Gateway.MAX_BODY) {
            open = true;
            letIn(ctx, request);
        } else {
            held.add(request);
            continueOwed = HttpUtil.is100ContinueExpected(request);
        }
    }

    private void goesOn(ChannelHandlerContext ctx, HttpContent content) {
        held.add(content);
        heldBytes += content.content().readableBytes();
        if (content.decoderResult().isFailure()) {
            refuse(ctx, Breach.BROKEN_OFF);
        } else if (content instanceof LastHttpContent || heldBytes > Gateway.MAX_BODY) {
            open = !(content instanceof LastHttpContent);
            continueOwed = false;
            heldBytes = 0;
            letIn(ctx, held.remove());
            while (!held.isEmpty()) {
                ctx.fireChannelRead(held.remove());
            }
        }
    }

    private void letIn(ChannelHandlerContext ctx, HttpObject request) {
        unanswered++;
        ctx.fireChannelRead(request);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        sayContinue(ctx);
        ctx.fireChannelReadComplete();
    }

    /** The framework does so only for requests that it has seen. */
    private void sayContinue(ChannelHandlerContext ctx) {
        if (continueOwed && unanswered == 0) {
            continueOwed = false;
            ctx.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded = true;
            if (!held.isEmpty()) {
                refuse(ctx, Breach.BROKEN_OFF);
            } else if (unanswered == 0 || open) {
                ctx.close();
            }
        }
        ctx.fireUserEventTriggered(event);
    }

    private void refuse(ChannelHandlerContext ctx, Breach found) {
        forget();
        breach = Optional.of(found);
        if (unanswered == 0) {
            sayBreach(ctx);
        }
    }

    private void sayBreach(ChannelHandlerContext ctx) {
        breach.ifPresent(why -> ctx.writeAndFlush(why.answer()).addListener(ChannelFutureListener.CLOSE));
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        boolean last = message instanceof LastHttpContent && !interim(message);
        ctx.write(message, last ? promise.unvoid().addListener(_ -> answered(ctx)) : promise);
    }

    private static boolean interim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void answered(ChannelHandlerContext ctx) {
        unanswered--;
        if (unanswered > 0) {
            return;
        }
        if (breach.isPresent()) {
            sayBreach(ctx);
        } else if (inputEnded) {
            ctx.close();
        } else {
            sayContinue(ctx);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        forget();
        ctx.fireChannelInactive();
    }

    private void forget() {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        heldBytes = 0;
        continueOwed = false;
    }
}
