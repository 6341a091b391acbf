package io.quittance.http.south;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A callback that is registered as a bean and nowhere else")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallbackRoutesTest {
    private static final Bytes THANKS = Bytes.utf8("{\"thanks\":true}");

    private LiveGateway gateway;
    private final Senders upstreams = (_, incoming) -> {
        if (incoming.only("sign")
                .filter(sign ->
                        Keys.verifies(Keys.UPSTREAM.getPublic(), incoming.raw().toArray(), sign))
                .isEmpty()) {
            throw Senders.notVerified("sign", "upstream's");
        }
        return incoming.verified(List.of(gateway.holder()), "upstream's");
    };

    private Client client;

    /** Such as nobody has written yet. */
    private final class Refunds implements Callback {
        @Override
        public String name() {
            return "refundResultNotifyUrl";
        }

        @Override
        public Senders senders() {
            return upstreams;
        }

        @Override
        public Settled take(Notification notification) {
            return Settled.RECORDED;
        }

        @Override
        public Bytes acknowledgement() {
            return THANKS;
        }
    }

    @BeforeAll
    void start() {
        gateway = LiveGateway.with(new Refunds());
        client = new Client(gateway);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private Answer told(String path) {
        byte[] body = Draft.notification("R1").bytes();
        return client.post(path, body, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/refundResultNotifyUrl", "/refundResultNotifyUrl/" + LiveGateway.APP})
    void takes_what_is_told_at_both_its_addresses(String path) {
        Answer answer = told(path);

        assertEquals(THANKS, answer.body(), answer.body()::asUtf8);
        assertEquals(200, answer.status());
    }

    @Test
    void says_to_nobody_what_only_upstream_may_tell() {
        Answer answer = client.post("/refundResultNotifyUrl", "{}".getBytes(StandardCharsets.UTF_8), List.of());

        assertEquals(401, answer.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/refundresultnotifyurl",
                "/refundResultNotifyUrlX",
                "/refundResultNotifyUrl/" + LiveGateway.APP + "/more",
                "/more/refundResultNotifyUrl",
                "/captureResultNotifyUrl/" + LiveGateway.APP + "/more",
                "/anotherResultNotifyUrl",
                "/anotherResultNotifyUrl/" + LiveGateway.APP
            })
    void lets_no_other_path_be_taken_for_one(String path) {
        assertEquals(404, told(path).status());
    }
}
