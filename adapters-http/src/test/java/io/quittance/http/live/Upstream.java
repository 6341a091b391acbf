package io.quittance.http.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.notification.OwedNews;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import java.util.List;
import java.util.Optional;

/** Who tells a live gateway the results of captures, signed; it knows what was requested and looks at what came of it. */
public final class Upstream implements AutoCloseable {
    public static final String PATH = "/captureResultNotifyUrl";
    public static final String ACKNOWLEDGED = "{\"code\":\"SUCCESS\",\"msg\":\"Success\"}";

    public final LiveGateway gateway = new LiveGateway();
    private final Client client = new Client(gateway);

    public Capture requested(String request) {
        return requested(Draft.request(request), request);
    }

    public Capture requested(Draft draft, String request) {
        byte[] body = draft.bytes();
        Answer answer = client.post(Client.CAPTURE, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
        assertEquals("APPLY_SUCCESS", answer.code(), answer.body()::asUtf8);
        return gateway.capture(request).orElseThrow();
    }

    public Answer tell(String path, byte[] body) {
        return client.post(path, body, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), body)));
    }

    public void told(Draft notification) {
        assertAcknowledged(tell(PATH, notification.bytes()));
    }

    public static void assertAcknowledged(Answer answer) {
        assertEquals(ACKNOWLEDGED, answer.body().asUtf8());
        assertEquals(200, answer.status());
        assertEquals(Optional.of("application/json;charset=utf-8"), answer.contentType());
    }

    public Operation.State state(String request) {
        return gateway.capture(request).orElseThrow().state();
    }

    public List<OwedNews> owed(Capture capture) {
        return gateway.owed(capture);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
