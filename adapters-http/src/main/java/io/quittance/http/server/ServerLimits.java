package io.quittance.http.server;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.quittance.http.north.Gateway;
import jakarta.inject.Singleton;

/**
 * Holds the server to the protocol's limits wherever it is started, so that no configuration file can lose them. A body
 * stays as it was sent, as its signature holds for those bytes: nothing is decompressed.
 */
@Singleton
final class ServerLimits implements BeanCreatedEventListener<NettyHttpServerConfiguration> {
    static final int MAX_BODY = Gateway.MAX_BODY;

    @Override
    public NettyHttpServerConfiguration onCreated(BeanCreatedEvent<NettyHttpServerConfiguration> event) {
        NettyHttpServerConfiguration server = event.getBean();
        server.setMaxRequestSize(MAX_BODY);
        server.setMaxRequestBufferSize(MAX_BODY);
        server.setRequestDecompressionEnabled(false);
        return server;
    }
}
