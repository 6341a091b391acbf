package io.quittance.bootstrap.command;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.http.signing.Rsa;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints the signature of a body (SHA256withRSA, base64), as it goes into the header sign.",
        footer = {
            "",
            "Example:",
            "  curl http://127.0.0.1:8080/aggregate-pay/api/gateway/capture \\",
            "      --data-binary @body.json \\",
            "      -H \"sign: $(quittance sign --key data/demo/app-private-key.pem body.json)\""
        })
final class SignCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "The private key.")
    private Path key;

    @Mixin
    private BodyInput body;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Rsa.sign(KeyFiles.readPrivate(key), body.read()));
        out.flush();
    }
}
