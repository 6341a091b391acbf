package io.quittance.bootstrap.command;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "keygen",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Makes an RSA-2048 pair: PKCS#8 and SPKI as PEM, and as the one line of base64 that PayerMax's portal"
                        + " wants. Never overwrites a file.",
        footer = {"", "Example:", "  quittance keygen --out keys"})
final class KeygenCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder for the files.")
    private Path folder;

    @Override
    public void run() {
        Path secret = folder.resolve("private-key.pem");
        Path open = folder.resolve("public-key.pem");
        Path secretLine = folder.resolve("private-key.txt");
        Path openLine = folder.resolve("public-key.txt");
        for (Path file : List.of(secret, open, secretLine, openLine)) {
            if (Files.exists(file)) {
                throw new Trouble("The file " + file + " is there already and is not overwritten; nothing was made.");
            }
        }
        KeyFiles.folder(folder);
        KeyPair pair = Rsa.newPair();
        KeyFiles.writeSecret(secret, Pem.writePrivate(pair.getPrivate()));
        KeyFiles.writePublic(open, Pem.writePublic(pair.getPublic()));
        KeyFiles.writeSecret(secretLine, Pem.oneLine(pair.getPrivate()));
        KeyFiles.writePublic(openLine, Pem.oneLine(pair.getPublic()));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Made " + secret + " and " + open + ".");
        out.println();
        out.println("The public key in one line, for PayerMax's portal (" + openLine + "):");
        out.println(Pem.oneLine(pair.getPublic()));
        out.println();
        out.println("The private key in one line is in " + secretLine + "; keep it secret.");
        out.flush();
    }
}
