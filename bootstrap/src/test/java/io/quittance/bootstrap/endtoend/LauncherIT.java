package io.quittance.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.wiring.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The launcher")
class LauncherIT {
    private static final Path MODULE = Path.of("").toAbsolutePath();

    @TempDir
    private Path home;

    @BeforeEach
    void copyIt() throws IOException {
        Files.copy(MODULE.resolveSibling("quittance"), home.resolve("quittance"));
    }

    @Test
    void finds_a_folder_with_an_umlaut_where_no_encoding_is_chosen() throws IOException, InterruptedException {
        isARelease();

        // The name is written by the shell, as the JVM of this test may know ASCII only.
        String printed = run("LC_ALL=C bash ./quittance keygen --out $'Schl\\303\\274ssel'"
                + " && ls $'Schl\\303\\274ssel'/private-key.pem");

        assertTrue(printed.contains("private-key.pem"), printed);
    }

    /** Half a service would go on with its leases and say that it is well. */
    @Test
    void fails_where_what_is_printed_cannot_be_kept() throws IOException, InterruptedException {
        isARelease();

        String printed = run("bash ./quittance completion bash > /dev/full; echo it ends with $?");

        assertTrue(printed.contains("could not be written whole"), printed);
        assertTrue(printed.contains("it ends with 1"), printed);
    }

    @Test
    void ends_without_a_word_where_its_reader_has_read_enough() throws IOException, InterruptedException {
        isARelease();

        String printed =
                run("{ bash ./quittance completion bash; echo it ends with $? >&2; } | head -n 1 > read; cat read");

        assertEquals(2, printed.lines().count(), printed);
        assertTrue(printed.contains("it ends with 141"), printed);
    }

    @Test
    void ends_the_service_that_has_no_memory_left() throws IOException, InterruptedException {
        isARelease();
        FreePorts ports = FreePorts.find();

        String printed = run("QUITTANCE_JAVA_OPTS=-Xmx14m QUITTANCE_PORT=" + ports.one() + " QUITTANCE_MANAGEMENT_PORT="
                + ports.other() + " bash ./quittance serve; echo it ends with $?");

        assertTrue(printed.contains("java.lang.OutOfMemoryError"), printed);
        assertTrue(printed.contains("it ends with 3"), printed);
    }

    @Test
    void builds_once_when_two_commands_are_called_in_one_breath() throws IOException, InterruptedException {
        builtBy("""
            #!/bin/sh
            echo build >> builds
            sleep 1
            mkdir -p bootstrap/target
            ln -sfn '%1$s/target/lib' bootstrap/target/lib
            cp '%1$s/target/quittance.jar' bootstrap/target/quittance.jar
            """.formatted(MODULE));

        String printed = run("bash ./quittance --version & bash ./quittance --version && wait $!");

        assertEquals(
                2, printed.lines().filter(line -> line.startsWith("Quittance ")).count(), printed);
        assertEquals(List.of("build"), Files.readAllLines(home.resolve("builds")));
        assertEquals(1, printed.split("Building Quittance once", -1).length - 1, printed);
        assertTrue(printed.contains("Waiting for another command that builds Quittance"), printed);
    }

    @Test
    void says_that_the_build_failed_behind_what_it_said_itself() throws IOException, InterruptedException {
        builtBy("#!/bin/sh\necho no such library >&2\nexit 1\n");

        String printed = run("bash ./quittance --version; echo it ends with $?");

        assertTrue(
                printed.startsWith("Building Quittance once, which takes a minute or two...\nno such library\n"),
                printed);
        assertTrue(printed.contains("\nQuittance could not be built; "), printed);
        assertTrue(printed.endsWith("it ends with 1\n"), printed);
    }

    private void builtBy(String script) throws IOException {
        Files.createFile(home.resolve("pom.xml"));
        Files.createDirectories(home.resolve("bootstrap/src/main"));
        assertTrue(Files.writeString(home.resolve("mvnw"), script).toFile().setExecutable(true));
    }

    /** Of another Java, of another jar, cut off, or no cache at all: commands only take longer. */
    @Test
    void says_nothing_of_a_cache_that_does_not_fit() throws IOException, InterruptedException {
        isARelease();
        String plain = run("bash ./quittance --version 2>&1");
        Path cache = home.resolve("quittance.aot");
        byte[] made = Files.readAllBytes(MODULE.resolve("target/quittance.aot"));

        for (byte[] other : List.of(new byte[0], "none".getBytes(UTF_8), Arrays.copyOf(made, made.length / 2), made)) {
            Files.write(cache, other);
            assertTrue(
                    Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(home.resolve("quittance.jar")))
                            > 0);

            assertEquals(plain, run("bash ./quittance --version 2>&1"), other.length + " bytes");
        }
    }

    /** The machine would end if it could not use them. */
    @Test
    void finds_the_caches_of_this_build_fit_for_use() throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        for (String cache : List.of("quittance.aot", "quittance-serve.aot")) {
            String printed = run("'%s' -XX:+UseSerialGC -XX:AOTMode=on '-XX:AOTCache=%s' -jar '%s' --version"
                    .formatted(java, MODULE.resolve("target").resolve(cache), MODULE.resolve("target/quittance.jar")));

            assertTrue(printed.contains("Quittance "), cache + ": " + printed);
        }
    }

    @Test
    void gives_commands_and_the_service_the_caches_that_the_build_has_made() throws IOException, InterruptedException {
        isARelease();
        Path java = Files.writeString(
                home.resolve("java"),
                "#!/bin/sh\n[ \"$1\" = -version ] && echo 'x version \"25\"' >&2 || echo \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true));
        Path bin = Files.createDirectories(home.resolve("jdk/bin"));
        Files.move(java, bin.resolve("java"));
        Files.write(home.resolve("quittance.aot"), new byte[0]);
        Files.write(home.resolve("quittance-serve.aot"), new byte[0]);

        String command = run("JAVA_HOME=$PWD/jdk bash ./quittance app list");
        String serve = run("JAVA_HOME=$PWD/jdk bash ./quittance serve");

        assertTrue(command.contains("-XX:AOTCache=" + home.toRealPath().resolve("quittance.aot")), command);
        assertTrue(serve.contains("-XX:AOTCache=" + home.toRealPath().resolve("quittance-serve.aot")), serve);
        assertTrue(
                serve.contains("-Xmx512m")
                        && !serve.contains("TieredStopAtLevel")
                        && !serve.contains("CompileThreshold"),
                serve);
    }

    /** The jar and its libraries beside it, and nothing to build them from. */
    private void isARelease() throws IOException {
        Files.createSymbolicLink(home.resolve("quittance.jar"), MODULE.resolve("target/quittance.jar"));
        Files.createSymbolicLink(home.resolve("lib"), MODULE.resolve("target/lib"));
    }

    private String run(String line) throws IOException, InterruptedException {
        Path out = home.resolve("out.txt");
        Process shell = new ProcessBuilder("bash", "-c", line)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertTrue(shell.waitFor(60, TimeUnit.SECONDS), "ended within a minute");
        String printed = Files.readString(out);
        assertEquals(0, shell.exitValue(), printed);
        return printed;
    }
}
