package io.quittance.http.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.quittance.domain.text.Bytes;
import io.quittance.http.outbound.Posted.Answered;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An answer that is packed though nobody asked for it")
@Timeout(60)
class PackedAnswersTest {
    private static final int MOST = LoopbackServer.PATIENT.answerBytes();
    private static final Optional<String> TOO_LONG = Optional.of("the answer is longer than " + MOST + " bytes");

    private final JsonPost post = new JsonPost(LoopbackServer.PATIENT, "9.9");

    @AfterEach
    void close() {
        post.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "identity, gzip", " gzip "})
    void is_read_as_it_was_written(String coding) throws IOException {
        var answer = answered(Packed.as(coding, "", Packed.gzip(bytes("größer"))));

        assertEquals(Bytes.utf8("größer"), answer.body());
        assertEquals(Optional.empty(), answer.flaw());
    }

    @Test
    void keeps_its_connection() throws IOException {
        try (var server = Packed.answering(Packed.gzip("", "{}"))) {
            for (int i = 0; i < 3; i++) {
                assertEquals(Bytes.utf8("{}"), answered(server).body());
            }

            assertEquals(1, server.connections());
        }
    }

    @Test
    void may_be_as_long_unpacked_as_any_other() throws IOException {
        byte[] body = new byte[MOST];
        new Random(7).nextBytes(body);

        var answer = answered(Packed.as("gzip", "", Packed.gzip(body)));

        assertEquals(Bytes.of(body), answer.body());
        assertEquals(Optional.empty(), answer.flaw());
    }

    @Test
    void is_cut_at_the_first_byte_too_many() throws IOException {
        byte[] body = new byte[MOST + 1];
        new Random(7).nextBytes(body);

        var answer = answered(Packed.as("gzip", "", Packed.gzip(body)));

        assertEquals(Bytes.of(Arrays.copyOf(body, MOST)), answer.body());
        assertEquals(TOO_LONG, answer.flaw());
    }

    @Test
    void costs_no_more_memory_if_it_is_a_bomb() throws IOException {
        byte[] honest = Packed.gzip("", " ".repeat(MOST));
        byte[] bomb = Packed.as("gzip", "", Packed.gzip(new byte[64 << 20]));
        assertTrue(bomb.length < 1 << 17, "64 MiB within " + bomb.length + " bytes");
        try (var first = Packed.answering(honest);
                var second = Packed.answering(bomb)) {
            long usual = Math.max(allocatedBy(first), allocatedBy(first));
            long bombed = allocatedBy(second);

            assertEquals(TOO_LONG, answered(second).flaw());
            assertTrue(bombed < usual + (1 << 20), () -> bombed + " bytes, where others take " + usual);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"br | br", "deflate | deflate", "zstd | zstd", "gzip, br | gzip, br", "gzip, gzip | gzip, gzip"})
    void is_not_read_if_it_is_no_plain_gzip(String coding, String named) throws IOException {
        var answer = answered(Packed.as(coding, "", Packed.gzip(bytes("{}"))));

        assertEquals(Bytes.utf8(""), answer.body());
        assertEquals(Optional.of("the answer is encoded as " + named), answer.flaw());
    }

    @Test
    void is_damaged_if_it_is_no_gzip_at_all() throws IOException {
        assertEquals(
                Optional.of("the answer's gzip is damaged"),
                answered(Packed.as("gzip", "", bytes("{\"code\":\"SUCCESS\"}"))).flaw());
    }

    @Test
    void is_damaged_if_its_end_is_missing() throws IOException {
        byte[] whole = Packed.gzip(bytes("{\"code\":\"SUCCESS\"}"));

        var answer = answered(Packed.as("gzip", "", Arrays.copyOf(whole, whole.length - 4)));

        assertEquals(Optional.of("the answer's gzip is damaged"), answer.flaw());
    }

    @Test
    void may_be_empty() throws IOException {
        var answer = answered(Packed.as("gzip", "", new byte[0]));

        assertEquals(Bytes.utf8(""), answer.body());
        assertEquals(Optional.empty(), answer.flaw());
    }

    private long allocatedBy(LoopbackServer server) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        answered(server);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private Answered answered(byte[] answer) throws IOException {
        try (var server = Packed.answering(answer)) {
            return answered(server);
        }
    }

    private Answered answered(LoopbackServer server) {
        return assertInstanceOf(Answered.class, post.post(server.url("/"), Bytes.utf8("{}"), Headers.NONE));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
