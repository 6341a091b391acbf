package io.quittance.http.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import java.security.KeyPair;
import java.util.List;

/** A merchant's application that asks a live gateway about links. */
final class LinkCaller implements AutoCloseable {
    final LiveGateway gateway = new LiveGateway();
    private final Client client = new Client(gateway);

    @Override
    public void close() {
        gateway.close();
    }

    Answer ask(String path, Draft draft) {
        return ask(
                path,
                draft.with("requestId", Draft.text(Given.unique("request")))
                        .with("requestTime", Draft.text(gateway.clock.instant().toString()))
                        .bytes(),
                Keys.MERCHANT);
    }

    Answer ask(String path, byte[] body, KeyPair keys) {
        Answer answer = client.post(path, body, List.of(Keys.sign(keys.getPrivate(), body)));
        assertTrue(answer.signedByGateway(), answer.body()::asUtf8);
        return answer;
    }

    Answer create(Draft draft) {
        return ask(Client.CREATE_LINK, draft);
    }

    Answer created(String id) {
        Answer answer = create(Draft.link(id));
        assertEquals("APPLY_SUCCESS", answer.code(), answer.body()::asUtf8);
        return answer;
    }

    PaymentLink kept(String id) {
        return gateway.link(id).orElseThrow();
    }
}
