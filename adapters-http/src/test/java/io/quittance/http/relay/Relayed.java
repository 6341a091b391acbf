package io.quittance.http.relay;

import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.relay.Relay;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.PostLimits;
import io.quittance.http.payermax.FarAddress;
import io.quittance.http.payermax.PayerMaxCall;
import io.quittance.http.payermax.PayerMaxRelay;
import io.quittance.http.payermax.PayerMaxSettings;
import io.quittance.http.payermax.PayerMaxSettings.Timed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;

/** A gateway whose upstream is that server. */
final class Relayed implements AutoCloseable {
    static final String BASE = "/aggregate-pay/api/gateway";

    /** {@code data} in a spelling that nobody would write by himself. */
    static final String DATA =
            "{ \"outTradeNo\" : \"P1\", \"totalAmount\": 10.50,\n \"notifyUrl\":\"https:\\/\\/shop.example\\/n\","
                    + "\"subject\":\"\\u00e9\u00E9\uD83E\uDD8A\",\"risk\":{\"data\":[1e3,null,true]} }";

    static final String ANSWER =
            "{ \"msg\":\"Success.\" ,\"code\":\"APPLY_SUCCESS\",\"data\":{\"redirectUrl\":\"https://x\"}}\n";

    static final URI PUBLIC = URI.create("https://gateway.example");

    static final PostLimits PATIENT = LoopbackServer.PATIENT;

    final JsonPost post;
    final LiveGateway gateway;

    Relayed(URI upstream, PostLimits limits, Optional<PrivateKey> key) {
        post = new JsonPost(limits, "test");
        PayerMaxCall call = new PayerMaxCall(new FarAddress(upstream), post, _ -> settings(key), () -> LiveGateway.NOW);
        gateway = new LiveGateway(Optional.of(new PayerMaxRelay(call, limits.exchange(), PUBLIC)));
    }

    Relayed(LoopbackServer server, PostLimits limits) {
        this(server.url(BASE), limits, Optional.of(Keys.NEIGHBOUR.getPrivate()));
    }

    private static PayerMaxSettings settings(Optional<PrivateKey> key) {
        return new PayerMaxSettings(
                new UpstreamName(new AppId(LiveGateway.UPSTREAM_APP), new MerchantNo(LiveGateway.UPSTREAM_NO)),
                key.map(ours -> new Timed<>(ours, new Term(LiveGateway.NOW, Optional.empty()))).stream()
                        .toList(),
                List.of(new Timed<>(Keys.UPSTREAM.getPublic(), new Term(LiveGateway.NOW, Optional.empty()))));
    }

    Answer ask(String api, byte[] body) {
        return ask(api, body, Keys.MERCHANT.getPrivate());
    }

    Answer ask(String api, byte[] body, PrivateKey key) {
        return new Client(gateway).post(BASE + "/" + api, body, List.of(Keys.sign(key, body)));
    }

    List<JournalEntry> story() {
        Relay relay = gateway.store.relays().all().getFirst();
        return gateway.story(ObjectRef.of(relay.id())).stream()
                .map(row -> row.entry())
                .toList();
    }

    @Override
    public void close() {
        gateway.close();
        post.close();
    }

    /** The header of PayerMax over a body. */
    static String signed(String body) {
        return "sign: " + Keys.sign(Keys.UPSTREAM.getPrivate(), body.getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    static byte[] request(String data) {
        return """
            {"version":"1.5","keyVersion":"1","requestTime":"%s","appId":"%s","merchantNo":"%s","data":%s}\
            """.formatted(LiveGateway.NOW, LiveGateway.APP, LiveGateway.NO, data)
                .getBytes(StandardCharsets.UTF_8);
    }
}
