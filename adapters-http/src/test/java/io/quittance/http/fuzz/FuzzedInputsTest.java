package io.quittance.http.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.north.Gateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The inputs that the fuzzer begins with, and those that it has found something with, hold in every build. */
@DisplayName("What reads bytes of strangers")
class FuzzedInputsTest {
    /** For the largest body that is read; it takes a few milliseconds. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource
    void holds_for_all_inputs_and_what_is_left_when_they_break_off(Fuzzed fuzzed) throws IOException {
        for (byte[] input : inputs(fuzzed)) {
            fuzzed.check(input);
            for (int length = 0; length < input.length; length += 1 + input.length / 25) {
                fuzzed.check(Arrays.copyOf(input, length));
            }
        }
    }

    /** Anything that grows with the square of the size takes minutes here. */
    @ParameterizedTest
    @EnumSource
    void takes_no_longer_than_its_size_asks_for(Fuzzed fuzzed) throws IOException {
        for (byte[] input : inputs(fuzzed)) {
            for (int from : new int[] {0, input.length / 2}) {
                checkSoon(fuzzed, repeated(input, from));
            }
        }
    }

    private static void checkSoon(Fuzzed fuzzed, byte[] input) {
        long before = CPU.getCurrentThreadCpuTime();
        fuzzed.check(input);
        Duration took = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - before);
        assertTrue(took.compareTo(LONGEST) < 0, () -> fuzzed + " took " + took + " for " + input.length + " bytes");
    }

    /** The input, what stands behind a place of it time and again, until it is as large as a body may be. */
    private static byte[] repeated(byte[] input, int from) {
        byte[] large = Arrays.copyOf(input, Gateway.MAX_BODY);
        for (int i = input.length; i < large.length && input.length > from; i++) {
            large[i] = input[from + (i - input.length) % (input.length - from)];
        }
        return large;
    }

    private static List<byte[]> inputs(Fuzzed fuzzed) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources", fuzzed.corpus()))) {
            List<byte[]> inputs = files.sorted().map(FuzzedInputsTest::bytes).toList();
            assertTrue(inputs.size() > 2, "inputs of " + fuzzed);
            return inputs;
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
