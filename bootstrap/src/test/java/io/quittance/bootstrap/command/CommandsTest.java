package io.quittance.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.signing.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The command line")
class CommandsTest {
    private static Ran run(String... args) {
        return Ran.of(args);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "demo",
                "app",
                "app add",
                "app list",
                "app show",
                "app disable",
                "app enable",
                "app set-notify-url",
                "app set",
                "app remove",
                "account set",
                "endpoint",
                "endpoint release",
                "endpoint test",
                "delivery",
                "delivery list",
                "delivery show",
                "delivery resend",
                "keygen",
                "sign",
                "verify"
            })
    void helps_with_examples_that_fit_a_terminal(String command) {
        Ran help = run((command + " --help").strip().split(" "));

        assertEquals(0, help.exit(), help.err());
        assertTrue(help.out().contains("Example"), help.out());
        assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
        int example = help.out().indexOf("Example");
        assertTrue(
                help.out()
                        .substring(example)
                        .lines()
                        .skip(1)
                        .allMatch(line ->
                                line.isEmpty() || line.startsWith("  ") || line.startsWith("docs/operations.md")),
                "an example was broken: " + help.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "serve --version", "app add --version", "sign -V"})
    void tells_its_version(String command) {
        Ran version = run(command.split(" "));

        assertEquals(0, version.exit());
        assertTrue(version.out().startsWith("Quittance "), version.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frobnicate|There is no command 'quittance frobnicate' (expected: serve, demo, app, account, endpoint,"
                        + " key, order, delivery, discrepancy, person, audit, replay, backup, restore, move, simulate,"
                        + " keygen, sign, verify, completion)",
                "app rename A|There is no command 'quittance app rename' (expected: add, list, show, set, disable,"
                        + " enable, set-notify-url, remove)",
                "account rout|There is no command 'quittance account rout' (expected: add, list, set, route, unroute,"
                        + " routes)",
                "app --list|Unknown option: '--list'",
                "serve now|Unmatched argument at index 1: 'now'",
                "app|A command is missing (expected: add, list, show, set, disable, enable, set-notify-url, remove)",
                "app show|Which app? (expected: --app-id ID, once)",
                "app show A --app-id B|Which app? (expected: --app-id ID, once)",
                "app set-notify-url A|Missing required option: '--notify-url=URL'",
                "app set A --reason why|What is to change? (expected: --merchant-no, --payout-dialect, --notify-url,"
                        + " --hosts or one of --upstream-...)",
                "app set A --merchant-no M|Missing required option: '--reason=TEXT'",
                "app remove A|Missing required option: '--reason=TEXT'",
                "account set --account 1 --reason why|What is to change? (expected: --setting or --setting-file)",
                "order list capture --limit x|Invalid value for option '--limit': 'x' (expected: a whole number, as"
                        + " 20)",
                "discrepancy list --behind 1.5|Invalid value for option '--behind': '1.5' (expected: a whole number"
                        + " from 1 on, as 20)",
                "discrepancy show x|Invalid value for positional parameter at index 0 (NUMBER): 'x' (expected: a whole"
                        + " number from 1 on, as 20)",
                "endpoint release A --rate 99999999999|Invalid value for option '--rate': '99999999999' (expected: a"
                        + " whole number, as 20)",
                "keygen|Missing required option: '--out=DIR'",
                "sign|Missing required option: '--key=FILE'",
                "verify --key k|Missing required option: '--sign=BASE64'"
            })
    void says_what_is_wrong_with_a_command_and_exits_with_2(String command, String sentence) {
        Ran misused = run(command.split(" "));

        assertEquals(2, misused.exit());
        assertEquals("", misused.out());
        assertEquals(sentence, misused.err().lines().findFirst().orElse(""));
        assertFalse(misused.err().contains("\tat "), misused.err());
    }

    @Test
    void names_the_commands_that_are_nearest_to_a_mistyped_one() {
        assertEquals(
                "Did you mean: account route or account routes or account unroute?",
                run("account", "rout").err().lines().skip(1).findFirst().orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--setting MIIEvQsecret|The value of --setting does not begin with a name",
                "--setting MIIEvQsecret==|The value of --setting does not begin with a name",
                "--setting =MIIEvQsecret|The value of --setting does not begin with a name",
                "--setting-file MIIEvQsecret|The value of --setting-file does not begin with a name",
                "--setting key=MIIEvQsecret --setting key=MIIEvQsecret|The setting key is given twice",
                "--setting key=MIIEvQsecret --setting-file key=pom.xml|The setting key is given twice"
            })
    void shows_nothing_of_a_setting_but_its_name(String options, String sentence) {
        Ran misused = run(("account add --app-id A --acquirer payermax " + options).split(" "));

        assertEquals(2, misused.exit());
        assertTrue(misused.err().startsWith(sentence + " (expected: "), misused.err());
        assertFalse((misused.out() + misused.err()).contains("secret"), misused.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"key=MIIEvQsecret", "key=secret\0", "key=/secret/secret"})
    void shows_nothing_of_a_file_that_may_be_the_secret_itself(String setting) {
        Ran failed = run("account", "add", "--app-id", "A", "--acquirer", "payermax", "--setting-file", setting);

        assertEquals(
                new Ran(
                        1,
                        "",
                        "What --setting-file names for key cannot be read (expected: a small text file that is there"
                                + " and may be read).\n"),
                failed);
    }

    @Test
    void wants_all_four_upstream_options_or_none() {
        Ran misused = run(
                "app",
                "add",
                "--app-id",
                "A",
                "--merchant-no",
                "M",
                "--public-key",
                "k",
                "--notify-url",
                "http://x",
                "--upstream-app-id",
                "U");

        assertEquals(2, misused.exit());
        assertTrue(
                misused.err().startsWith("Missing required argument(s): --upstream-private-key=FILE"), misused.err());
    }

    @Nested
    class Keygen {
        @TempDir
        Path home;

        private Path folder;

        @BeforeEach
        void into_a_folder_that_is_not_there() {
            folder = home.resolve("keys");
        }

        @Test
        void makes_a_pair_in_both_forms() throws IOException {
            Ran made = run("keygen", "--out", folder.toString());

            assertEquals(0, made.exit(), made.err());
            assertEquals(
                    Pem.readPrivate(Files.readString(folder.resolve("private-key.pem"))),
                    Pem.readPrivate(Files.readString(folder.resolve("private-key.txt"))));
            String line = Files.readString(folder.resolve("public-key.txt"));
            assertEquals(392, line.length(), "can be pasted as it is");
            assertEquals(Pem.readPublic(Files.readString(folder.resolve("public-key.pem"))), Pem.readPublic(line));
            assertTrue(made.out().contains(line));
            assertFalse(made.out().contains(Files.readString(folder.resolve("private-key.txt"))));
        }

        @Test
        void keeps_what_is_secret_to_its_owner() throws IOException {
            run("keygen", "--out", folder.toString());

            for (String name : new String[] {"private-key.pem", "private-key.txt"}) {
                var mode = Files.getPosixFilePermissions(folder.resolve(name));
                assertEquals("rw-------", PosixFilePermissions.toString(mode));
            }
        }

        @Test
        void never_overwrites() throws IOException {
            run("keygen", "--out", folder.toString());
            String before = Files.readString(folder.resolve("private-key.pem"));

            Ran again = run("keygen", "--out", folder.toString());

            assertEquals(1, again.exit());
            assertEquals(
                    "The file " + folder.resolve("private-key.pem")
                            + " is there already and is not overwritten; nothing was made.",
                    again.err().strip());
            assertEquals(before, Files.readString(folder.resolve("private-key.pem")));
        }
    }
}
