package io.quittance.http.payermax;

import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.replying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Patience;
import io.quittance.domain.key.Term;
import io.quittance.http.outbound.Independent;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.LoopbackServer.Received;
import io.quittance.http.payermax.PayerMaxSettings.Timed;
import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** There one key takes the other's place at once, and nobody can do two things at the same moment. */
@DisplayName("While our key upstream is changed")
class ChangedKeysTest {
    private static final KeyPair YOUNG = Independent.keys();
    private static final PayerMaxSettings BOTH = new PayerMaxSettings(
            Upstream.SETTINGS.name(),
            List.of(
                    new Timed<>(Upstream.OURS.getPrivate(), Term.OPEN),
                    new Timed<>(YOUNG.getPrivate(), new Term(Given.NOON, Optional.empty()))),
            Upstream.SETTINGS.theirs());

    private final Upstream upstream = new Upstream();

    /** What is registered there. */
    private final AtomicReference<PublicKey> there = new AtomicReference<>(Upstream.OURS.getPublic());

    @AfterEach
    void close() {
        upstream.close();
    }

    private String answer(Received request) {
        return Independent.verifies(there.get(), request)
                ? http("200 OK", Upstream.signHeader("signed", Upstream.PENDING), Upstream.PENDING)
                : http("200 OK", "", "{\"code\":\"SIGN_VERIFY_FAILED\",\"msg\":\"no\"}");
    }

    @Test
    void each_request_is_taken_whichever_they_have() throws IOException {
        try (var server = replying(this::answer)) {
            PayerMaxOperationAcquirer acquirer = acquirer(Upstream.GUARDED, server);

            assertInstanceOf(Answer.Taken.class, acquirer.submit(Upstream.HOLDER, Upstream.CAPTURE));
            assertEquals(2, server.received().size(), "the new one is not there yet");
            assertInstanceOf(Answer.Taken.class, acquirer.submit(Upstream.HOLDER, Upstream.CAPTURE));
            assertEquals(3, server.received().size(), "the old one first, as they took it");

            there.set(YOUNG.getPublic());
            assertInstanceOf(Answer.Taken.class, acquirer.submit(Upstream.HOLDER, Upstream.CAPTURE));
            assertEquals(5, server.received().size(), "they have it now");
            assertInstanceOf(Answer.Taken.class, acquirer.submit(Upstream.HOLDER, Upstream.CAPTURE));
            assertEquals(6, server.received().size());
        }
    }

    /** Two calls must not take longer than whoever waits for them waits. */
    @Test
    void a_slow_refusal_is_told_and_the_next_request_begins_with_the_other_key() throws IOException {
        try (var server = replying(request -> {
            if (!Independent.verifies(there.get(), request)) {
                LockSupport.parkNanos(Patience.QUICK.plusMillis(100).toNanos());
            }
            return answer(request);
        })) {
            PayerMaxOperationAcquirer acquirer = acquirer(Upstream.GUARDED, server);

            assertInstanceOf(Answer.Misconfigured.class, acquirer.submit(Upstream.HOLDER, Upstream.CAPTURE));
            assertEquals(1, server.received().size());
            assertInstanceOf(Answer.Taken.class, acquirer.submit(Upstream.HOLDER, Upstream.CAPTURE));
            assertEquals(2, server.received().size());
        }
    }

    @Test
    void the_fault_is_told_if_they_have_neither() throws IOException {
        there.set(Independent.keys().getPublic());
        try (var server = replying(this::answer)) {
            assertInstanceOf(
                    Answer.Misconfigured.class,
                    acquirer(Upstream.GUARDED, server).submit(Upstream.HOLDER, Upstream.CAPTURE));
            assertEquals(2, server.received().size());
        }
    }

    @Test
    void nothing_goes_twice_where_anybody_could_have_refused_it() throws IOException {
        try (var server = replying(this::answer)) {
            assertInstanceOf(
                    Answer.Unknown.class,
                    acquirer(Upstream.UNGUARDED, server).submit(Upstream.HOLDER, Upstream.CAPTURE));
            assertEquals(1, server.received().size());
        }
    }

    private PayerMaxOperationAcquirer acquirer(String host, LoopbackServer server) {
        return upstream.acquirer(URI.create(host + ":" + server.port() + "/aggregate-pay/api/gateway"), BOTH);
    }
}
