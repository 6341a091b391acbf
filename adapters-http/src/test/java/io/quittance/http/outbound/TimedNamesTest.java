package io.quittance.http.outbound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.domain.text.Bytes;
import io.quittance.http.guard.Guard;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A name that is looked up")
@Timeout(60)
class TimedNamesTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final SlowNames slow = new SlowNames();

    /** A name service that answers when it is told to. */
    private static final class SlowNames implements DnsResolver {
        private final AtomicInteger asked = new AtomicInteger();
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private final CountDownLatch answers = new CountDownLatch(1);

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            asked.incrementAndGet();
            threads.add(Thread.currentThread());
            try {
                answers.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (host.startsWith("unknown")) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @AfterEach
    void answer() {
        slow.answers.countDown();
    }

    @Test
    void is_looked_up_once_for_all_who_want_it_meanwhile() throws Exception {
        var names = new TimedNames(slow, LONG);
        List<FutureTask<InetAddress[]>> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            var one = new FutureTask<>(() -> names.resolve("a.test"));
            all.add(one);
            Thread wanting = Thread.ofPlatform().daemon().start(one);
            while (wanting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
        slow.answers.countDown();

        for (FutureTask<InetAddress[]> one : all) {
            assertArrayEquals(new InetAddress[] {InetAddress.getLoopbackAddress()}, one.get());
        }
        assertEquals(1, slow.asked.get());
    }

    @Test
    void costs_one_thread_while_the_name_service_is_silent_however_often_it_is_wanted() {
        var names = new TimedNames(slow, SHORT);

        for (int i = 0; i < 10; i++) {
            assertThrows(UnknownHostException.class, () -> names.resolve("a.test"));
        }

        assertEquals(1, slow.asked.get());
        assertEquals(1, slow.threads.size());
    }

    @Test
    void is_looked_up_anew_once_it_was_answered() throws Exception {
        slow.answers.countDown();
        var names = new TimedNames(slow, LONG);

        for (int i = 0; i < 3; i++) {
            names.resolve("a.test");
            for (Thread thread : slow.threads) {
                thread.join();
            }
        }

        assertEquals(3, slow.asked.get());
    }

    @Test
    void is_unknown_to_all_who_shared_it() throws Exception {
        var names = new TimedNames(slow, LONG);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> one = threads.submit(() -> names.resolve("unknown.test"));
            Future<?> other = threads.submit(() -> names.resolve("unknown.test"));
            slow.answers.countDown();

            for (Future<?> each : List.of(one, other)) {
                var fault = assertThrows(Exception.class, each::get).getCause();
                assertEquals(
                        "unknown.test",
                        assertInstanceOf(UnknownHostException.class, fault).getMessage());
            }
        }
    }

    @Test
    void is_not_begun_with_while_too_many_others_are_open_which_is_nobodys_failure() throws Exception {
        var names = new TimedNames(slow, SHORT);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<InetAddress[]>> open = new ArrayList<>();
            for (int i = 0; i < TimedNames.MOST; i++) {
                String name = i + ".test";
                open.add(threads.submit(() -> names.resolve(name)));
            }
            for (Future<?> each : open) {
                assertThrows(Exception.class, each::get);
            }
        }
        try (var post = new JsonPost(LoopbackServer.PATIENT, "9.9", Guard.OPERATORS, names)) {
            Posted posted = post.post(URI.create("http://another.test/"), Bytes.utf8("{}"), Headers.NONE);

            assertEquals(new Posted.Crowded("too many names are being looked up", posted.took()), posted);
            assertEquals(1, post.crowded());
            assertEquals(TimedNames.MOST, slow.asked.get());
        }
    }
}
