package io.quittance.http.outbound;

import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Lets a request line name scheme and host as well (RFC 9112, absolute-form), as a proxy needs that reads it. The library does so
 * for the proxies of its routes alone, and it makes its own request of ours before.
 */
final class AbsoluteForm implements HttpRequestInterceptor {
    private static final String WANTED = "quittance.absolute";

    /** In that exchange. */
    static void wanted(HttpContext context) {
        context.setAttribute(WANTED, true);
    }

    @Override
    public void process(HttpRequest request, EntityDetails entity, HttpContext context) {
        if (context.getAttribute(WANTED) != null && request instanceof BasicHttpRequest settable) {
            settable.setAbsoluteRequestUri(true);
        }
    }
}
