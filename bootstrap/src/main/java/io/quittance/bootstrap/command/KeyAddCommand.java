package io.quittance.bootstrap.command;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.Keys.NewKey;
import io.quittance.bootstrap.management.Keys.Whose;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Adds a key, which counts beside those that are there.",
            "Of an account it is the acquirer's public key, or with --ours a private key that we sign with there.",
            "A private key may stay where it is: in place of FILE stands a reference then, which is kept instead of"
                + " the key and which each instance looks up by itself, its variables and files: file:PATH, env:NAME,"
                + " pkcs12:PATH#ALIAS;password=file:PATH (or =env:NAME), or pkcs11: with the same, PATH being a"
                + " configuration of Java's SunPKCS11.",
            "A body key is put into this instance's key file, and counts once every instance holds it."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance key add --app-id my-shop their-new-key.pem --from 2026-12-01T00:00:00Z",
            "  quittance key add --account 3 payermax-new.pem --reason \"PayerMax has a new key\"",
            "  quittance key add --gateway --from 14d",
            "  quittance key add --gateway --from 14d 'pkcs11:/etc/quittance/token.cfg#gateway;password=env:TOKEN_PIN'",
            "  quittance key add --body --reason \"once a year\""
        })
final class KeyAddCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private WhoseKey whose = new WhoseKey();

    @Parameters(
            converter = Said.FileName.class,
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "The key, in any of the usual forms, or a reference to a private one. Of the gateway and of bodies"
                            + " a new one is made without it.")
    private String file;

    @Option(names = "--ours", description = "Of an account: the file holds our private key there.")
    private boolean ours;

    @Option(
            names = "--from",
            converter = Said.TimeOrAge.class,
            paramLabel = "TIME",
            description = "From when on it counts: a time, or a span from now on as 24h. At once unless given.")
    private String from;

    @Mixin
    private ReasonIfSaid reason;

    @Mixin
    private KeyWish wish = new KeyWish();

    @Override
    public void run() {
        Whose of = whose.said();
        if (file == null && !Set.of(Keys.GATEWAY, Keys.BODY).contains(of.kind())) {
            throw new ParameterException(spec.commandLine(), "Which key? (expected: FILE)");
        }
        if (of.kind().equals(Keys.BODY) && from != null) {
            throw whose.misused("A body key counts as soon as every instance holds it (expected: no --from)");
        }
        if (of.kind().equals(Keys.GATEWAY) && from == null) {
            throw whose.misused(
                    "From when on is the gateway to sign with it? (expected: --from TIME, before which every"
                            + " merchant has the new public key)");
        }
        NewKey key = new NewKey(
                ours ? Optional.of("private-key") : Optional.empty(),
                file == null ? "" : text(of),
                Optional.ofNullable(from));
        wish.put(keys -> keys.add(of, key, reason.by()), "Added.");
    }

    private String text(Whose of) {
        return ours || of.kind().equals(Keys.GATEWAY) ? KeyFiles.said(file) : KeyFiles.key(Path.of(file));
    }
}
