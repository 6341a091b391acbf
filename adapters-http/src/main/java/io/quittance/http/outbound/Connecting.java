package io.quittance.http.outbound;

import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Connections that stop trying addresses once time is over. The library goes on to a name's next address whatever ended the
 * try before, a cut too; so a name with a hundred addresses that are silent would take a hundred times our patience.
 */
final class Connecting extends PoolingHttpClientConnectionManagerBuilder {
    private static final String OVER = "quittance.over";

    private final DetachedSocketFactory sockets;

    /** @param sockets that reach what they are to be connected to */
    Connecting(DetachedSocketFactory sockets) {
        this.sockets = sockets;
    }

    /** Time was over before the next address was tried. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A context for one exchange. @param over whether its time is over */
    static HttpClientContext until(BooleanSupplier over) {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(OVER, over);
        return context;
    }

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
            SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
        return new Operator(sockets, ports, names, tls);
    }

    private static final class Operator extends DefaultHttpClientConnectionOperator {
        Operator(DetachedSocketFactory sockets, SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
            super(
                    sockets,
                    ports,
                    names,
                    RegistryBuilder.<TlsSocketStrategy>create()
                            .register(URIScheme.HTTPS.id, tls)
                            .build());
        }

        @Override
        protected void onBeforeSocketConnect(HttpContext context, HttpHost host) {
            if (context.getAttribute(OVER) instanceof BooleanSupplier over && over.getAsBoolean()) {
                throw new Over();
            }
        }
    }
}
