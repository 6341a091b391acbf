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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a request is sent as none may be, and what is answered. */
enum Breach {
    /** RFC 9112, 2.3: others have the same first line, and may mean something else by it. */
    OTHER_VERSION(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "version", "not spoken here", "HTTP/1.1"),
    /** RFC 9110, 9.1: the case of its letters counts, so {@code post} is another than {@code POST}. */
    OTHER_METHOD(HttpResponseStatus.NOT_IMPLEMENTED, "method", "not known here", "one in capitals, as POST"),
    /** RFC 9112, 3.2, and an address in the first line: what stands in between may go by another one than we do. */
    SEVERAL_HOSTS(HttpResponseStatus.BAD_REQUEST, "Host", "more than one", "one"),
    /** RFC 9112, 3.2. */
    NO_HOST(HttpResponseStatus.BAD_REQUEST, "Host", "none, or malformed", "a name or an address, and perhaps a port"),
    /** RFC 9112, 6.1: who undoes such a coding reads another body than we do. */
    OTHER_CODING(HttpResponseStatus.NOT_IMPLEMENTED, "Transfer-Encoding", "not done here", "chunked"),
    /** RFC 9110, 10.1.1. */
    EXPECTS_MORE(HttpResponseStatus.EXPECTATION_FAILED, "Expect", "not met", "100-continue, or no such header"),
    BROKEN_OFF(HttpResponseStatus.BAD_REQUEST, "body", "broken off", "all that its framing announces");

    private static final Pattern NAMES_HOST = Pattern.compile("(?i)https?://([^/?#]*)");

    /** RFC 3986, 3.2.2 and 3.2.3. */
    private static final Pattern HOST =
            Pattern.compile("(?:\\[[0-9A-Za-z:.%_~-]+]|(?:[0-9A-Za-z._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})++)(?::[0-9]*)?");

    private final HttpResponseStatus status;
    private final Refusal why;

    Breach(HttpResponseStatus status, String field, String found, String expected) {
        this.status = status;
        this.why = Refusal.described(WireCode.PARAMS_INVALID, field, found, expected);
    }

    static Optional<Breach> of(HttpRequest request) {
        if (!isSpoken(request.protocolVersion())) {
            return Optional.of(OTHER_VERSION);
        }
        String method = request.method().name();
        if (!method.equals(method.toUpperCase(Locale.ROOT))) {
            return Optional.of(OTHER_METHOD);
        }
        if (hosts(request).size() > 1) {
            return Optional.of(SEVERAL_HOSTS);
        }
        if (request.decoderResult().isSuccess() && !isNamed(request)) {
            return Optional.of(NO_HOST);
        }
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (codings.size() > 1 || !codings.stream().allMatch(HttpHeaderValues.CHUNKED::contentEqualsIgnoreCase)) {
            return Optional.of(OTHER_CODING);
        }
        boolean continues = request.headers().getAll(HttpHeaderNames.EXPECT).stream()
                .allMatch(HttpHeaderValues.CONTINUE::contentEqualsIgnoreCase);
        return continues ? Optional.empty() : Optional.of(EXPECTS_MORE);
    }

    /** The same and not an equal one: of {@code http/1.1} the codec makes a version of its own, with the letters made capitals. */
    private static boolean isSpoken(HttpVersion version) {
        return version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0;
    }

    private static List<String> hosts(HttpRequest request) {
        Matcher named = NAMES_HOST.matcher(request.uri());
        Stream<String> first = named.lookingAt() ? Stream.of(named.group(1)) : Stream.empty();
        // As often as they come: a name twice is refused like two names.
        List<String> headers = request.headers().getAll(HttpHeaderNames.HOST);
        return headers.size() > 1
                ? headers
                : Stream.concat(first, headers.stream())
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
    }

    /** Before 1.1 none was needed. */
    private static boolean isNamed(HttpRequest request) {
        String host = request.headers().get(HttpHeaderNames.HOST);
        return host == null
                ? request.protocolVersion().equals(HttpVersion.HTTP_1_0)
                : HOST.matcher(host).matches();
    }

    /** After it the connection is to be closed. */
    DefaultFullHttpResponse answer() {
        byte[] body = Envelope.refused(why.code(), why.getMessage()).toArray();
        DefaultFullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json;charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }
}
