package io.quittance.http.server;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;

/**
 * What every answer of every port tells browsers and what lies between: keep nothing, take nothing for another type, and, unless it
 * is a page and says so itself, load nothing and be framed nowhere. Stands next to the HTTP codec, as what cannot be read as a
 * request is answered before any filter of the framework.
 */
@Sharable
final class AnswerHeaders extends ChannelOutboundHandlerAdapter {
    /** A year, in seconds: how long a browser remembers that we are reached over TLS alone. */
    private static final String OVER_TLS = "max-age=31536000";

    private static final String POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final boolean overTls;

    /** @param overTls whether people reach us by {@code https}, here or at a proxy */
    AnswerHeaders(boolean overTls) {
        this.overTls = overTls;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse answer && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            guard(answer.headers());
        }
        ctx.write(message, promise);
    }

    private void guard(HttpHeaders headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        if (!headers.contains(HttpHeaderNames.CONTENT_SECURITY_POLICY)) {
            headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY);
        }
        if (overTls) {
            headers.set("Strict-Transport-Security", OVER_TLS);
        }
    }
}
