package io.quittance.http.server;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import java.util.Optional;

/** How a request is sent as none may be, and what is answered. */
enum Breach {
    /** RFC 9112, 2.3: others have the same first line, and may mean something else by it. */
    OTHER_VERSION(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "version", "not spoken here", "HTTP/1.1"),
    /** RFC 9110, 10.1.1. */
    EXPECTS_MORE(HttpResponseStatus.EXPECTATION_FAILED, "Expect", "not met", "100-continue, or no such header"),
    BROKEN_OFF(HttpResponseStatus.BAD_REQUEST, "body", "broken off", "all that its framing announces");

    private final HttpResponseStatus status;
    private final Refusal why;

    Breach(HttpResponseStatus status, String field, String found, String expected) {
        this.status = status;
        this.why = Refusal.described(WireCode.PARAMS_INVALID, field, found, expected);
    }

    static Optional<Breach> of(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return Optional.of(OTHER_VERSION);
        }
        boolean continues = request.headers().getAll(HttpHeaderNames.EXPECT).stream()
                .allMatch(HttpHeaderValues.CONTINUE::contentEqualsIgnoreCase);
        return continues ? Optional.empty() : Optional.of(EXPECTS_MORE);
    }

    /** After it the connection is to be closed. */
    DefaultFullHttpResponse answer() {
        byte[] body = Envelope.refused(why.code(), why.getMessage()).toArray();
        DefaultFullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json;charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set("X-Content-Type-Options", "nosniff");
        return answer;
    }
}
