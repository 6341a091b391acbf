package io.quittance.bootstrap.endtoend;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A receiver with TLS by a CA of its own, made for one test, that acknowledges whomever that CA vouches for. */
final class InnerShop implements AutoCloseable {
    static final String NAME = "inner.example";
    private static final char[] PASSWORD = "for this test".toCharArray();

    private final KeyPair ca = keys();
    private final Certificate authority = issue("Inner CA", ca, true);
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> callers = new CopyOnWriteArrayList<>();
    private final HttpsServer server;

    InnerShop() throws Exception {
        KeyPair own = keys();
        KeyStore store = store();
        store.setKeyEntry("own", own.getPrivate(), PASSWORD, new Certificate[] {issue(NAME, own, false)});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        KeyStore believed = store();
        believed.setCertificateEntry("ca", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = tls.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            callers.add(((HttpsExchange) exchange)
                    .getSSLSession()
                    .getPeerPrincipal()
                    .getName());
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"code\":\"SUCCESS\",\"msg\":\"\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "https://" + NAME + ":" + port() + "/n";
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<String> told() {
        return List.copyOf(told);
    }

    /** As whom each came, in the order in which they came. */
    List<String> callers() {
        return List.copyOf(callers);
    }

    Path authority(Path file) throws Exception {
        return Files.writeString(file, armoured("CERTIFICATE", authority.getEncoded()));
    }

    /** Makes a client that it knows. */
    void client(String name, Path certificate, Path key) throws Exception {
        KeyPair its = keys();
        Files.writeString(
                certificate, armoured("CERTIFICATE", issue(name, its, false).getEncoded()));
        Files.writeString(key, armoured("PRIVATE KEY", its.getPrivate().getEncoded()));
    }

    private Certificate issue(String name, KeyPair its, boolean authority) throws Exception {
        Instant now = Instant.now();
        PrivateKey by = ca.getPrivate();
        var builder = new X509v3CertificateBuilder(
                new X500Name("CN=Inner CA"),
                BigInteger.valueOf(System.nanoTime()),
                Date.from(now.minusSeconds(300)),
                Date.from(now.plusSeconds(3600)),
                new X500Name("CN=" + name),
                SubjectPublicKeyInfo.getInstance(its.getPublic().getEncoded()));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!authority) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
        }
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by))
                                .getEncoded()));
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        return store;
    }

    private static String armoured(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
    }
}
