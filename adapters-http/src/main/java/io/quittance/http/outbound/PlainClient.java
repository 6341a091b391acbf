package io.quittance.http.outbound;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * An Apache HttpClient with everything switched off that would act on its own.
 *
 * @param own TLS with {@link OwnPort}, where it calls nobody else
 */
record PlainClient(PostLimits limits, String userAgent, GuardedNames names, Optional<SSLContext> own) {
    private static final Http1Config HEADS = Http1Config.custom()
            .setMaxHeaderCount(100)
            .setMaxLineLength(8 * 1024)
            .build();

    /** One that uses its connections again. */
    CloseableHttpClient keeping() {
        return plain().setKeepAliveStrategy(keepAlive(limits.idle()))
                .evictIdleConnections(time(limits.idle()))
                .build();
    }

    /** One with a fresh connection for each exchange. */
    CloseableHttpClient keepingNothing() {
        return plain().setConnectionReuseStrategy((_, _, _) -> false).build();
    }

    private HttpClientBuilder plain() {
        return HttpClients.custom()
                .setConnectionManager(connections())
                .setDefaultRequestConfig(requests())
                .setUserAgent(userAgent)
                .addRequestInterceptorLast(new AbsoluteForm())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression();
    }

    private PoolingHttpClientConnectionManager connections() {
        PoolingHttpClientConnectionManagerBuilder connecting = new Connecting(names.sockets());
        DefaultClientTlsStrategy usual = own.map(
                        tls -> new DefaultClientTlsStrategy(tls, NoopHostnameVerifier.INSTANCE))
                .orElseGet(DefaultClientTlsStrategy::createDefault);
        return connecting
                .setTlsSocketStrategy(new OnTerms(usual))
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
                        .http1Config(HEADS)
                        .responseParserFactory(config -> new BoundedHeadParser(config, JsonPost.MOST_OF_HEAD))
                        .build())
                .build();
    }

    private RequestConfig requests() {
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
