package io.quittance.http.terms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Sockets of a server that wants to know who calls, on the loopback. */
public final class AskingSockets extends ServerSocketFactory {
    private final SSLContext context;
    private final String[] protocols;

    /** @param protocols of TLS; those that are usual if there are none */
    public AskingSockets(SSLContext context, String... protocols) {
        this.context = context;
        this.protocols = protocols.clone();
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int port, int waiting) throws IOException {
        return createServerSocket(port, waiting, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int port, int waiting, InetAddress address) throws IOException {
        SSLServerSocket socket =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(port, waiting, address);
        socket.setNeedClientAuth(true);
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        return socket;
    }
}
