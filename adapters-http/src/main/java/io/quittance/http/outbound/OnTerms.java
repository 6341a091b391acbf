package io.quittance.http.outbound;

import io.quittance.http.terms.Shown;
import io.quittance.http.terms.TlsTerms;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * TLS on the terms of the exchange that a connection is made for. Each terms have a context of their own, so no session of one is
 * resumed by another, and a connection is kept for those terms alone that it was made by: they are its state in the pool.
 */
final class OnTerms implements TlsSocketStrategy {
    private static final String TERMS = "quittance.terms";

    /** Contexts kept at a time; one more is made anew when it is needed. */
    private static final int MOST = 1024;

    private final TlsSocketStrategy usual;
    private final Map<String, TlsSocketStrategy> others = Collections.synchronizedMap(new LinkedHashMap<>(16, 1, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TlsSocketStrategy> eldest) {
            return size() > MOST;
        }
    });

    /** @param usual for {@link TlsTerms#USUAL} */
    OnTerms(TlsSocketStrategy usual) {
        this.usual = usual;
    }

    /** A pool gives a connection without a state to everybody, so each has one. */
    static void set(HttpClientContext context, TlsTerms terms) {
        context.setAttribute(TERMS, terms);
        context.setUserToken(terms.isUsual() ? "usual" : terms.id());
    }

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context)
            throws IOException {
        TlsTerms terms = context.getAttribute(TERMS) instanceof TlsTerms set ? set : TlsTerms.USUAL;
        TlsSocketStrategy strategy = terms.isUsual() ? usual : others.computeIfAbsent(terms.id(), _ -> by(terms));
        return strategy.upgrade(socket, host, port, attachment, context);
    }

    private static TlsSocketStrategy by(TlsTerms terms) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    terms.shown()
                            .map(shown -> new KeyManager[] {new OnlyPair(shown)})
                            .orElse(null),
                    terms.authorities().isEmpty() ? null : believing(terms),
                    new SecureRandom());
            return new DefaultClientTlsStrategy(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("terms that were judged cannot be spoken by", e);
        }
    }

    private static TrustManager[] believing(TlsTerms terms) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (X509Certificate one : terms.authorities()) {
            store.setCertificateEntry("authority " + store.size(), one);
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers.getTrustManagers();
    }

    /** Shows the one pair whatever authorities the other side names: whether it takes it is for that side to say. */
    private static final class OnlyPair extends X509ExtendedKeyManager {
        private static final String ALIAS = "ours";

        private final Shown shown;

        OnlyPair(Shown shown) {
            this.shown = shown;
        }

        private boolean isOf(String... kinds) {
            return Arrays.asList(kinds).contains(shown.own().getPublicKey().getAlgorithm());
        }

        @Override
        public String chooseClientAlias(String[] kinds, Principal[] issuers, Socket socket) {
            return isOf(kinds) ? ALIAS : null;
        }

        @Override
        public String chooseEngineClientAlias(String[] kinds, Principal[] issuers, SSLEngine engine) {
            return isOf(kinds) ? ALIAS : null;
        }

        @Override
        public String[] getClientAliases(String kind, Principal[] issuers) {
            return isOf(kind) ? new String[] {ALIAS} : null;
        }

        @Override
        public String[] getServerAliases(String kind, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseServerAlias(String kind, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return shown.chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return shown.key();
        }
    }
}
