package io.quittance.bootstrap.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quittance.bootstrap.endtoend.Rsa;
import java.security.Key;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;

/**
 * A merchant: what it signs with, and where it is told.
 *
 * @param upstream the keys by which upstream knows it, and by which it knows upstream
 */
record Shop(int number, KeyPair keys, Upstream upstream, Line line, Receiver receiver) {
    /** One of so many is told of its payouts in the older form. */
    private static final int LEGACY = 4;

    /** @param ours the gateway's own key towards upstream */
    record Upstream(KeyPair ours, KeyPair theirs) {}

    /** Whether the shop of that number is told of its payouts in the older, flat form. */
    static boolean isLegacy(int number) {
        return number % LEGACY == 1;
    }

    String appId() {
        return "shop-" + number;
    }

    String merchantNo() {
        return "SHOP" + number;
    }

    /** As whom upstream knows it. */
    String appThere() {
        return "there-" + number;
    }

    String noThere() {
        return "THERE" + number;
    }

    String notifyUrl() {
        return "http://127.0.0.1:" + line.port() + "/shop-" + number;
    }

    /** What the management API wants to register it. */
    String form() {
        return """
            {"appId":"%s","merchantNo":"%s","publicKey":"%s","notifyUrl":"%s","payoutDialect":"%s",\
            "upstream":{"appId":"%s","merchantNo":"%s","privateKey":"%s","publicKey":"%s"}}\
            """.formatted(
                        appId(),
                        merchantNo(),
                        pem("PUBLIC", keys.getPublic()),
                        notifyUrl(),
                        isLegacy(number) ? "legacy" : "v2",
                        appThere(),
                        noThere(),
                        pem("PRIVATE", upstream.ours().getPrivate()),
                        pem("PUBLIC", upstream.theirs().getPublic()));
    }

    private static String pem(String kind, Key key) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return ("-----BEGIN " + kind + " KEY-----\n" + lines + "\n-----END " + kind + " KEY-----\n")
                .replace("\n", "\\n");
    }

    /** Asks an instance; every request is signed. */
    Post.Answered ask(int port, String api, String data) throws java.io.IOException {
        byte[] body = """
            {"version":"1.4","keyVersion":"1","requestTime":"%s","appId":"%s","merchantNo":"%s","data":%s}\
            """.formatted(Instant.now(), appId(), merchantNo(), data).getBytes(UTF_8);
        return Post.send(port, "/aggregate-pay/api/gateway/" + api, body, Rsa.sign(keys.getPrivate(), body));
    }
}
