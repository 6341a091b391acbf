package io.quittance.http.payermax;

import static io.quittance.http.outbound.LoopbackServer.playing;
import static io.quittance.http.payermax.Upstream.HOLDER;
import static io.quittance.http.payermax.Upstream.SETTINGS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.application.upstream.HeldAccounts;
import io.quittance.application.upstream.Patience;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.PostLimits;
import io.quittance.http.signing.Rsa;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An upstream that says nothing while a merchant waits")
@Timeout(60)
class SlowUpstreamTest {
    /** What PayerMax's own Java client waits for. */
    private static final Duration CLIENT = Duration.ofSeconds(10);

    private record Answered(String answer, Duration after) {}

    @Test
    void is_given_up_early_enough_to_tell_the_merchant() throws Exception {
        // Loading it takes a good part of a second, more on a busy machine; serve does so before it takes requests.
        Rsa.provider();
        try (var server = playing(LoopbackServer.Talk::untilClosed);
                var post = new JsonPost(PostLimits.WAITED_FOR, "test");
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var call = new PayerMaxCall(new FarAddress(server.url("/")), post, _ -> SETTINGS, () -> Given.NOON);
            var relay =
                    new PayerMaxRelay(call, PostLimits.WAITED_FOR.exchange(), URI.create("https://gateway.example"));
            Relay refund = Upstream.relay("refund");

            List<Future<Answered>> asked = List.of(
                    callers.submit(
                            timed(() -> relay.ask(HOLDER, refund, Bytes.utf8("{\"version\":\"1.4\",\"data\":{}}"))
                                    .reply()
                                    .asUtf8())),
                    callers.submit(timed(() -> new PayerMaxPassThrough(call, new HeldAccounts())
                            .ask(HOLDER, "paymentOrderBatchQry", new Json.Obj(Map.of()))
                            .asUtf8())));

            for (Future<Answered> one : asked) {
                Answered answered = one.get();
                assertTrue(answered.answer().startsWith("{\"code\":\"REQUEST_TIMEOUT\""), answered::toString);
                assertTrue(answered.after().compareTo(Duration.ofMillis(9_500)) < 0, answered::toString);
            }
        }
    }

    @Test
    void leaves_a_second_for_our_own_work_even_where_it_is_asked_twice() {
        Duration twice = Patience.QUICK.plus(PostLimits.WAITED_FOR.exchange());

        assertTrue(twice.plusSeconds(1).compareTo(CLIENT) <= 0, twice::toString);
    }

    private static Callable<Answered> timed(Callable<String> call) {
        return () -> {
            long start = System.nanoTime();
            String answer = call.call();
            return new Answered(answer, Duration.ofNanos(System.nanoTime() - start));
        };
    }
}
