package io.quittance.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

@DisplayName("The commands, all of them,")
class CommandListTest {
    /** What is printed by a line that all is well with. */
    private static String printed(String... args) {
        StringWriter out = new StringWriter();
        assertEquals(0, Commands.line(args).setOut(new PrintWriter(out, true)).execute(args));
        return out.toString();
    }

    @Test
    void are_listed_where_none_is_called() {
        String alone = printed();

        assertEquals(printed("--help"), alone);
        for (String command : Commands.line().getSubcommands().keySet()) {
            assertTrue(alone.contains("\n  " + command + " "), command + " in " + alone);
        }
    }

    @TestFactory
    Stream<DynamicTest> have_the_same_help_whether_all_are_looked_into_or_one() {
        return paths(Commands.line(), List.of())
                .map(path -> DynamicTest.dynamicTest(String.join(" ", path), () -> {
                    String whole = reached(Commands.line(), path).getUsageMessage();

                    assertEquals(
                            whole,
                            reached(Commands.line(path.toArray(String[]::new)), path)
                                    .getUsageMessage());
                    assertTrue(whole.contains("Exit codes:\n  0   "), whole);
                }));
    }

    /** Those without have nothing to do with a service. */
    @TestFactory
    Stream<DynamicTest> take_a_data_folder_and_print_json_where_they_list_or_show() {
        CommandLine all = Commands.line();
        Set<String> alone = Set.of("keygen", "sign", "verify", "completion");
        return paths(all, List.of())
                .filter(path -> reached(all, path).getSubcommands().isEmpty())
                .map(path -> DynamicTest.dynamicTest(String.join(" ", path), () -> {
                    Set<String> options =
                            reached(all, path).getCommandSpec().optionsMap().keySet();
                    assertEquals(!alone.contains(path.getFirst()), options.contains("--data"));
                    if (Set.of("list", "show", "routes").contains(path.getLast())) {
                        assertTrue(options.contains("--json"));
                    }
                }));
    }

    private static CommandLine reached(CommandLine from, List<String> path) {
        CommandLine at = from;
        for (String word : path) {
            at = at.getSubcommands().get(word);
        }
        return at;
    }

    private static Stream<List<String>> paths(CommandLine line, List<String> path) {
        return line.getSubcommands().entrySet().stream().flatMap(one -> {
            List<String> whole =
                    Stream.concat(path.stream(), Stream.of(one.getKey())).toList();
            return Stream.concat(Stream.of(whole), paths(one.getValue(), whole));
        });
    }
}
