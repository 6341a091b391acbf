package io.quittance.application.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PKCS#11 token in a folder of its own, made by SoftHSM 2, as an HSM would be. A process finds it by its variable {@link #SETTING}.
 *
 * @param settings what that variable names
 * @param configuration of Java's SunPKCS11
 * @param pinFile a file that holds {@link #PIN}
 */
public record SoftToken(Path settings, Path configuration, Path pinFile) {
    public static final String SETTING = "SOFTHSM2_CONF";
    public static final String PIN = "4711-secret";

    private static final long PATIENCE_S = 60;

    /** Empty where it is not installed. */
    static Optional<Path> library() {
        return Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib64/softhsm/libsofthsm2.so",
                        "/usr/local/lib/softhsm/libsofthsm2.so",
                        "/opt/homebrew/lib/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
    }

    static boolean installed() {
        return library().isPresent()
                && Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "softhsm2-util")));
    }

    /** An empty one. @param folder is there */
    public static SoftToken in(Path folder) {
        try {
            Path tokens = Files.createDirectories(folder.resolve("tokens"));
            Path settings = Files.writeString(
                    folder.resolve("softhsm2.conf"),
                    "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
            Path configuration = Files.writeString(
                    folder.resolve("token.cfg"),
                    "name = test\nlibrary = " + library().orElseThrow() + "\nslotListIndex = 0\n");
            SoftToken token =
                    new SoftToken(settings, configuration, Files.writeString(folder.resolve("pin"), PIN + "\n"));
            token.run(List.of(
                    "softhsm2-util", "--init-token", "--free", "--label", "test", "--so-pin", "0815", "--pin", PIN));
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has it make a key, with a certificate of that label. @param algorithm as {@code RSA} */
    public SoftToken with(String alias, String algorithm, String... more) {
        List<String> command = new ArrayList<>(keytool("-genkeypair"));
        command.addAll(List.of("-alias", alias, "-keyalg", algorithm, "-dname", "CN=" + alias, "-validity", "36500"));
        command.addAll(List.of(more));
        run(command);
        return this;
    }

    /** The certificate of one of its keys, as PEM. */
    public String certificate(String alias) {
        List<String> command = new ArrayList<>(keytool("-exportcert"));
        command.addAll(List.of("-alias", alias, "-rfc"));
        return run(command);
    }

    /** How the gateway's settings name one of its keys. */
    public String reference(String alias) {
        return "pkcs11:" + configuration + "#" + alias + ";password=file:" + pinFile;
    }

    private List<String> keytool(String what) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                what,
                "-keystore",
                "NONE",
                "-storetype",
                "PKCS11",
                "-providerClass",
                "sun.security.pkcs11.SunPKCS11",
                "-providerArg",
                configuration.toString(),
                "-storepass",
                PIN);
    }

    private String run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put(SETTING, settings.toString());
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command.getFirst() + " " + command.get(1) + " has failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
