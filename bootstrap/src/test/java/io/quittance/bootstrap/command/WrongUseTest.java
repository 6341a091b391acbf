package io.quittance.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.management.ManagementToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Nobody is asked before it is seen, so it is the same with a service and without one. */
@DisplayName("A command that makes no sense exits with 2")
class WrongUseTest {
    /** Any text may stand there: what it says is found out by what is done with it. */
    private static final Set<String> ANYTHING =
            Set.of("--hosts of app add", "--hosts of app set", "--sign of verify", "--setting", "--setting-file");

    private record Ran(int exit, String out, String err) {}

    @TempDir
    private Path folder;

    private static Ran run(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] args = words.toArray(String[]::new);
        CommandLine line = Commands.line(args);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exit = line.execute(args);
        return new Ran(exit, out.toString(), err.toString());
    }

    private static void misused(List<String> words, String... said) {
        Ran ran = run(words);

        assertEquals(2, ran.exit(), ran.toString());
        assertEquals("", ran.out());
        String sentence = ran.err().lines().findFirst().orElse("");
        for (String one : said) {
            assertTrue(sentence.contains(one), one + " in: " + sentence);
        }
        assertTrue(sentence.contains("(expected: "), sentence);
    }

    /** Everything that takes a value, of every command. */
    static Stream<List<String>> values() {
        Map<String, List<String>> all = new TreeMap<>();
        collect(Commands.line(), List.of(), all);
        return all.values().stream();
    }

    private static void collect(CommandLine line, List<String> path, Map<String, List<String>> all) {
        for (ArgSpec arg : line.getCommandSpec().args()) {
            String name = arg instanceof OptionSpec option ? option.longestName() : "";
            String of = name + " of " + String.join(" ", path);
            if (arg.arity().max() > 0 && !ANYTHING.contains(name) && !ANYTHING.contains(of)) {
                List<String> words = new ArrayList<>(path);
                words.add(name);
                words.add(arg.paramLabel());
                all.put(of + arg.paramLabel(), words);
            }
        }
        line.getSubcommands().forEach((name, sub) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            collect(sub, longer, all);
        });
    }

    @ParameterizedTest
    @MethodSource("values")
    void where_a_value_is_empty(List<String> value) {
        List<String> words = new ArrayList<>(value.subList(0, value.size() - 2));
        String name = value.get(value.size() - 2);
        String label = value.getLast();
        if (name.isEmpty()) {
            boolean second = label.equals("WHERE");
            words.addAll(second ? List.of("ab12", "") : List.of(""));
        } else {
            words.addAll(List.of(name, ""));
        }

        misused(words, name.isEmpty() ? "Invalid value for positional parameter" : "'" + name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order list capture --limit 0|--limit|'0'|1 to 500",
                "order list --limit 501|--limit|'501'|1 to 500",
                "order list ordr|KIND|'ordr'|capture, payout",
                "order list --state BLAH|--state|'BLAH'|PENDING, SUCCESS",
                "order list capture --state PAID|--state|'PAID'|of a capture one of PENDING, SUCCESS, FAILED",
                "order list --older-than banana|--older-than|'banana'|as 90s, 15m, 24h or 7d",
                "order settle X --as maybe --reason why|--as|'maybe'|success, failed",
                "order settle X --as failed --reason why --code lower|--code|'lower'|capital letters",
                "order settle X --as success --code NO --reason why|--as|code|--as success alone",
                "delivery list --state lost|--state|'lost'|waiting, retrying",
                "delivery list --state delivered|--state delivered|one order|--order ID",
                "delivery list --kind all|--kind|'all'|capture",
                "delivery list --since yesterday|--since|'yesterday'|as 2026-11-27T05:00:00Z",
                "delivery list --behind x|--behind|'x'|from 1 on",
                "delivery show x|ID|'x'|from 1 on",
                "delivery resend --delivery x --reason why|--delivery|'x'|from 1 on",
                "delivery resend --order X --state delivered --reason why|--state|delivered|no --state",
                "delivery resend --order X --endpoint A_b --reason why|--endpoint|'A_b'|small letters",
                "discrepancy list --older-than 5|--older-than|'5'|as 90s",
                "discrepancy close 0 --reason why|NUMBER|'0'|from 1 on",
                "endpoint release A --rate 0|--rate|'0'|1 to 10000",
                "endpoint set A --name books --kinds payout,all --reason why|--kinds|'all'|payment-link",
                "endpoint set A --name books --payout-dialect v3 --reason why|--payout-dialect|'v3'|v2, legacy",
                "endpoint set A --notify-url http://a.example --reason why|Which endpoint|registered|--name NAME",
                "endpoint remove A --reason why|Which endpoint|registered|--name NAME",
                "app set A --notify-url ftp://x --reason why|--notify-url|http://|https://",
                "app set A --hosts http://x --reason why|--hosts|'http://x'|without a port",
                "app set A --hosts *,x --reason why|--hosts|*|or * for any",
                "app set A --payout-dialect v3 --reason why|--payout-dialect|'v3'|v2, legacy",
                "account route --app-id A --account x|--account|'x'|from 1 on",
                "account route --app-id A --account 1 --service all|--service|'all'|capture",
                "account route --app-id A --account 1 --currency XXQ|--currency|'XXQ'|as USD",
                "account route --app-id A --account 1 --country id|--country|'id'|as ID",
                "audit verify --since 2026|--since|'2026'|as 2026-03",
                "audit verify --since 2026-03 --until 2026-01|--until|2026-01|later",
                "key add --app-id A key.pem --from soon|--from|'soon'|as 2026-11-27T05:00:00Z",
                "key add --gateway|From when on|gateway|--from",
                "key add --body --from 24h|body key|counts|no --from",
                "key retire --app-id A ab12|Until when|count|--until",
                "key retire --body ab12 --until 7d|body key|ends|no --until",
                "key retire --app-id A xyz --until 7d|FINGERPRINT|'xyz'|first digits",
                "key revoke --body ab12 --reason why|body key|revoked|retire",
                "key move --app-id A ab12 key.pem|app|signs|--gateway",
                "move --to foo|--to|'foo'|jdbc:mysql://",
                "move --to jdbc:postgresql://joe:hush@db/q|--to|'jdbc:postgresql'|jdbc:mysql://",
                "move --to jdbc:h2:file:/x|--to|'jdbc:h2'|jdbc:mysql://",
                "replay --since 24h|--since|'24h'|as 2026-11-01T00:00:00Z",
                "simulate authorize --out-trade-no N --currency USD --amount 0|--amount|'0'|above zero",
                "simulate authorize --out-trade-no N --currency JPY --amount 1.5|--amount|'1.5'|at most 0 decimals",
                "simulate authorize --out-trade-no N --currency USD --amount 1 --status OK|--status|'OK'|CLOSED",
                "completion fish|SHELL|'fish'|bash, zsh",
                "app list --json=maybe|--json|'maybe'|the option alone"
            })
    void where_a_value_can_never_be_meant(String words, String option, String given, String expected) {
        misused(List.of(words.split(" ")), option, given, expected);
        assertFalse(run(List.of(words.split(" "))).err().contains("hush"));
    }

    @Test
    void where_what_is_kept_of_a_person_cannot_be_kept() {
        misused(List.of("order", "ask", "X", "--reason", "x".repeat(301)), "--reason", "at most 300 characters");
        misused(List.of("order", "ask", "X", "--reason", "why", "--by", "A\nB"), "--by", "no control characters");
    }

    /** It would be asked otherwise, and says nothing. */
    @Test
    void before_a_service_is_asked() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
            ManagementToken.open(folder);
            Path running = Files.createDirectory(folder.resolve("running"));
            String place = "http://127.0.0.1:" + silent.getLocalPort() + "\n";
            Files.writeString(running.resolve(Integer.toString(silent.getLocalPort())), place + place);

            for (String words : List.of(
                    "order list --limit 0",
                    "order list capture --state PAID",
                    "delivery list --since yesterday",
                    "key add --gateway",
                    "endpoint release A --rate 0")) {
                misused(
                        Stream.concat(Stream.of(words.split(" ")), Stream.of("--data", folder.toString()))
                                .collect(Collectors.toList()),
                        "");
            }
        }
    }
}
