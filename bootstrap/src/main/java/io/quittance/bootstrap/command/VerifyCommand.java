package io.quittance.bootstrap.command;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.http.signing.Rsa;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Tells whether a signature is that of a body: prints valid and exits with 0, or prints invalid and"
                        + " exits with 1.",
        footer = {
            "",
            "Example:",
            "  quittance verify --key data/demo/gateway-public-key.pem \\",
            "      --sign \"$sign\" answer.json"
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "The public key.")
    private Path key;

    @Option(names = "--sign", required = true, paramLabel = "BASE64", description = "The signature.")
    private String sign;

    @Mixin
    private BodyInput body;

    @Override
    public Integer call() {
        boolean valid = Rsa.verify(KeyFiles.readPublic(key), body.read(), sign);
        PrintWriter out = spec.commandLine().getOut();
        out.println(valid ? "valid" : "invalid");
        out.flush();
        return valid ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
