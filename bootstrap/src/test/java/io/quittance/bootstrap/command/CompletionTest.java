package io.quittance.bootstrap.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Completion")
class CompletionTest {
    /** A terminal of zsh's own, in which a person types; each word is waited for. */
    private static final String TYPED = """
        zmodload zsh/zpty
        zpty -b typed zsh -f -i
        await() {
            local seen= part
            for _ in {1..240}; do
                zpty -r -t typed part && seen+=$part
                [[ $seen == *$1* ]] && return
                sleep 0.25
            done
            print -r -- "$1 did not come: $seen"
        }
        zpty -w typed "PS1=; source $1; echo rea''dy"
        await ready
        zpty -w -n typed $'quittance app set-n\\t'
        await set-notify-url
        zpty -w -n typed $'\\x15./quittance order list --ov\\t'
        await --overdue
        zpty -d typed
        """;

    @TempDir
    private Path folder;

    private Path script;

    @BeforeEach
    void prints() throws IOException {
        script = folder.resolve("completion");
        try (PrintWriter out = new PrintWriter(script.toFile(), UTF_8)) {
            assertEquals(0, Commands.line("completion").setOut(out).execute("completion", "bash"));
        }
    }

    private String ran(String... line) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process shell = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertTrue(shell.waitFor(3, TimeUnit.MINUTES), "ended in time");
        return Files.readString(out);
    }

    /** Calls what is registered for the word, as the shell does when Tab is pressed. */
    @ParameterizedTest
    @CsvSource({
        "quittance ord, order",
        "quittance order '', show list ask settle",
        "quittance order list --ov, --overdue",
        "./quittance endpoint rel, release",
        "quittance order list --state EX, EXPIRED",
        "quittance order list pay, payout payment payment-link",
        "quittance delivery list --state par, parked",
        "quittance order settle --as '', success failed",
        "quittance app set --payout-dialect l, legacy",
        "quittance account add --acquirer pay, payermax",
        "quittance account route --service cap, capture",
        "quittance completion z, zsh"
    })
    void in_bash_knows_commands_and_options(String typed, String completed) throws Exception {
        List<String> words = List.of(typed.split(" "));

        String printed = ran("bash", "-c", """
            source '%s'
            COMP_WORDS=(%s) COMP_CWORD=%d COMP_LINE="%s"
            compopt() { :; }
            $(complete -p quittance | sed 's/.*-F \\([^ ]*\\) .*/\\1/') quittance
            echo "${COMPREPLY[*]}"
            """.formatted(script, typed, words.size() - 1, typed));

        assertEquals(completed, printed.strip());
    }

    @Test
    void in_zsh_completes_what_is_typed() throws Exception {
        assumeTrue(
                Stream.of("/bin/zsh", "/usr/bin/zsh").map(Path::of).anyMatch(Files::isExecutable),
                "NOT RUN: there is no zsh");
        Path typing = Files.writeString(folder.resolve("typing"), TYPED);

        assertEquals("", ran("zsh", "-f", typing.toString(), script.toString()).strip());
    }
}
