package io.quittance.http.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.io.DetachedSocketFactory;

/**
 * Sockets that reach {@link ByProxy what is behind the proxy} through it, and all else by themselves. For https the proxy is asked
 * for a way ({@code CONNECT}), in which TLS is then spoken with the other side; for http it is connected to, and each request
 * says itself whom it is for. So whoever keeps connections knows nothing of a proxy: one to a host stays one to that host.
 *
 * @param names where the proxy's own name is looked up
 */
record ProxiedSockets(OutgoingProxy proxy, DnsResolver names) implements DetachedSocketFactory {
    /** Characters of its answer's head at most. */
    private static final int MOST_OF_HEAD = 8 * 1024;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: [^\r\n]*)?\r\n");
    private static final int WANTS_LOGIN = 407;
    private static final int REFUSES = 403;

    /** What kept the proxy from leading us there. The words name it, and never what it was shown. */
    static final class Failed extends IOException {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    @Override
    public Socket create(Proxy socks) {
        return new Reaching(false);
    }

    @Override
    public Socket create(String scheme, Proxy socks) {
        return new Reaching("https".equalsIgnoreCase(scheme));
    }

    /** Where there is no proxy. */
    static DetachedSocketFactory direct() {
        return new DetachedSocketFactory() {
            @Override
            public Socket create(Proxy socks) {
                return new Socket();
            }

            @Override
            public Socket create(String scheme, Proxy socks) {
                return "https".equalsIgnoreCase(scheme) ? new HearingSocket() : new Socket();
            }
        };
    }

    /** That the proxy does not know us, or not as this. */
    static String unknownToIt(OutgoingProxy proxy) {
        return proxy.name()
                + (proxy.login().isPresent()
                        ? " does not take our user and password (HTTP 407)"
                        : " wants a user and a password (HTTP 407)");
    }

    private final class Reaching extends HearingSocket {
        private final boolean asksForWay;

        Reaching(boolean asksForWay) {
            this.asksForWay = asksForWay;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return asksForWay ? super.getOutputStream() : plain();
        }

        @Override
        public void connect(SocketAddress address) throws IOException {
            connect(address, 0);
        }

        @Override
        public void connect(SocketAddress address, int millis) throws IOException {
            if (!(address instanceof ByProxy target)) {
                super.connect(address, millis);
                return;
            }
            try {
                super.connect(new InetSocketAddress(itsAddress(), proxy.port()), millis);
                if (asksForWay) {
                    ask(target, millis);
                }
            } catch (Failed failed) {
                throw failed;
            } catch (SocketTimeoutException _) {
                throw new Failed(
                        isConnected()
                                ? proxy.name() + " did not lead to " + target.authority() + " in time"
                                : proxy.name() + " could not be reached in time");
            } catch (IOException e) {
                throw new Failed(
                        isConnected()
                                ? proxy.name() + " closed the connection"
                                : proxy.name() + " cannot be reached: " + e.getMessage());
            }
        }

        private InetAddress itsAddress() throws IOException {
            try {
                return names.resolve(proxy.host())[0];
            } catch (UnknownHostException e) {
                throw e instanceof TimedNames.Crowded ? e : new Failed(proxy.name() + " is an unknown host");
            }
        }

        /** What comes behind the head is of the other side, so not a byte more is read. */
        private void ask(ByProxy target, int millis) throws IOException {
            int before = getSoTimeout();
            setSoTimeout(millis);
            String login = proxy.login()
                    .map(one -> "Proxy-Authorization: " + one.header() + "\r\n")
                    .orElse("");
            String request = "CONNECT " + target.authority() + " HTTP/1.1\r\nHost: " + target.authority() + "\r\n"
                    + login + "\r\n";
            getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String head = head(getInputStream());
            Matcher status = STATUS.matcher(head);
            if (!status.lookingAt()) {
                throw new Failed(proxy.name() + " does not answer as an HTTP proxy does");
            }
            int code = Integer.parseInt(status.group(1));
            if (code < 200 || code > 299) {
                throw new Failed(refusal(code, target));
            }
            setSoTimeout(before);
        }

        private static String head(InputStream in) throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            int ends = 0;
            while (ends < 4 && head.size() < MOST_OF_HEAD) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                head.write(next);
                boolean fits = next == (ends % 2 == 0 ? '\r' : '\n');
                ends = fits ? ends + 1 : next == '\r' ? 1 : 0;
            }
            if (head.size() == 0) {
                throw new IOException("closed");
            }
            return ends == 4 ? head.toString(StandardCharsets.ISO_8859_1) : "";
        }

        private static String refusal(OutgoingProxy proxy, int code, ByProxy target) {
            return switch (code) {
                case WANTS_LOGIN -> unknownToIt(proxy);
                case REFUSES -> proxy.name() + " does not let us call " + target.authority() + " (HTTP 403)";
                default -> proxy.name() + " does not lead to " + target.authority() + " (HTTP " + code + ")";
            };
        }

        private String refusal(int code, ByProxy target) {
            return refusal(proxy, code, target);
        }
    }
}
