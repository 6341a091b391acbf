package io.quittance.http.outbound;

import java.time.Duration;
import org.apache.hc.client5.http.ConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** An Apache HttpClient with everything switched off that would act on its own. */
final class PlainClient {
    private static final String BEGUN = "quittance.begun";
    private static final int MAX_HEADERS = 100;
    private static final int MAX_HEADER_BYTES = 8 * 1024;

    private PlainClient() {}

    static CloseableHttpClient of(PostLimits limits, String userAgent, DnsResolver names) {
        return HttpClients.custom()
                .setConnectionManager(connections(limits, names))
                .setDefaultRequestConfig(requests(limits))
                .setKeepAliveStrategy(keepAlive(limits.idle()))
                .evictIdleConnections(time(limits.idle()))
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression()
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), BEGUN, (request, scope, chain) -> {
                    // From here on bytes may leave, on a new connection or on one of the pool that may be dead.
                    scope.clientContext.setAttribute(BEGUN, true);
                    return chain.proceed(request, scope);
                })
                .build();
    }

    /** Whether a connection stood, so that something may have been sent. */
    static boolean begun(HttpContext context) {
        return context.getAttribute(BEGUN) != null;
    }

    private static PoolingHttpClientConnectionManager connections(PostLimits limits, DnsResolver names) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setMaxConnPerRoute(limits.perRoute())
                .setMaxConnTotal(limits.total())
                .setDnsResolver(names)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connect()))
                        .setSocketTimeout(timeout(limits.exchange()))
                        // Looking before each use costs up to a millisecond; a post on a connection that the server has
                        // closed costs a capture whose outcome nobody knows.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(limits.connect()))
                        .setSupportedProtocols(TLS.V_1_3, TLS.V_1_2)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MAX_HEADERS)
                                .setMaxLineLength(MAX_HEADER_BYTES)
                                .build())
                        .build())
                .build();
    }

    private static RequestConfig requests(PostLimits limits) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout(limits.connect()))
                .setResponseTimeout(timeout(limits.exchange()))
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setContentCompressionEnabled(false)
                .setExpectContinueEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static ConnectionKeepAliveStrategy keepAlive(Duration idle) {
        return (response, context) -> {
            long offered = DefaultConnectionKeepAliveStrategy.INSTANCE
                    .getKeepAliveDuration(response, context)
                    .toMilliseconds();
            return TimeValue.ofMilliseconds(Math.clamp(offered, 1, idle.toMillis()));
        };
    }

    private static TimeValue time(Duration duration) {
        return TimeValue.ofMilliseconds(duration.toMillis());
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }
}
