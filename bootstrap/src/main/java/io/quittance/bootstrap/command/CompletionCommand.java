package io.quittance.bootstrap.command;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints what makes a shell complete the commands and their options.",
        footer = {
            "",
            "Examples:",
            "  source <(./quittance completion bash)      in ~/.bashrc",
            "  source <(./quittance completion zsh)       in ~/.zshrc"
        })
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            converter = SaidOf.Shell.class,
            completionCandidates = Choices.Shells.class,
            paramLabel = "SHELL",
            description = "bash or zsh.")
    private String shell;

    /** It is one script: it looks which of them reads it. */
    @Override
    public void run() {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new ParameterException(spec.commandLine(), "The shell is '" + shell + "' (expected: bash or zsh)");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("quittance", Commands.line()));
        out.flush();
    }
}
