package io.quittance.bootstrap.command;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.domain.text.Bytes;
import io.quittance.http.signing.Rsa;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "The public key; of several, while one is changed, any may verify it.")
    private List<Path> keys = List.of();

    @Option(names = "--sign", required = true, paramLabel = "BASE64", description = "The signature.")
    private String sign;

    @Mixin
    private BodyInput body;

    @Override
    public Integer call() {
        Bytes read = body.read();
        boolean valid = keys.stream().map(KeyFiles::readPublic).anyMatch(key -> Rsa.verify(key, read, sign));
        PrintWriter out = spec.commandLine().getOut();
        out.println(valid ? "valid" : "invalid");
        out.flush();
        return valid ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
