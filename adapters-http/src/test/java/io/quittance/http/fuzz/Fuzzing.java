package io.quittance.http.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has Jazzer make inputs for all that is {@link Fuzzed}, one after the other, each in a process of its own. What it finds
 * interesting it keeps in {@code target/fuzz}; what it finds wrong it prints, and leaves as {@code target/fuzz/NAME-crash-...}.
 */
final class Fuzzing {
    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";

    /** Longer inputs find nothing that shorter ones do not, but cost speed. The largest body is tried by a test. */
    private static final int MAX_BYTES = 4_096;

    /** Seconds for one input; the first one has all classes loaded and prepared. */
    private static final int LONGEST = 20;

    private Fuzzing() {}

    /** @param args seconds for each, then the names of those that are wanted, or none for all */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<Fuzzed> broken = new ArrayList<>();
        List<String> names = Arrays.asList(args).subList(1, args.length);
        for (Fuzzed fuzzed : Fuzzed.values()) {
            if ((names.isEmpty() || names.contains(fuzzed.name())) && run(fuzzed, Integer.parseInt(args[0])) != 0) {
                broken.add(fuzzed);
            }
        }
        System.out.println(broken.isEmpty() ? "Nothing found." : "Found something in " + broken + ".");
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    private static int run(Fuzzed fuzzed, int seconds) throws IOException, InterruptedException {
        Path made = Files.createDirectories(Path.of("target", fuzzed.corpus()));
        Path log = Path.of("target/fuzz/" + fuzzed + ".log");
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JAZZER,
                        "--target_class=" + fuzzed.target().getName(),
                        "--instrumentation_includes=io.quittance.**",
                        "--reproducer_path=target/fuzz",
                        "-artifact_prefix=target/fuzz/" + fuzzed + "-",
                        "-max_total_time=" + seconds,
                        "-max_len=" + MAX_BYTES,
                        "-timeout=" + LONGEST,
                        "-print_final_stats=1",
                        made.toString(),
                        "src/test/resources/" + fuzzed.corpus()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = process.waitFor();
        System.out.println(fuzzed + ": " + (code == 0 ? "" : "FOUND SOMETHING, ") + "see " + log);
        try (Stream<String> lines = Files.lines(log)) {
            lines.filter(line -> line.startsWith("stat::number_of_executed_units")
                            || code != 0 && line.startsWith("== Java"))
                    .forEach(line -> System.out.println("  " + line));
        }
        return code;
    }
}
