package io.quittance.bootstrap.command;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.http.terms.TermsWish;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "set-tls",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Sets on which terms one of an app's endpoints is met over TLS: who has to vouch for its certificate, and"
                    + " what we show when it wants to know who calls. Effective within a second; connections that were"
                    + " made before are not used any more.",
            "What is not given stays as it is. What was parked for it is told again."
        },
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  quittance endpoint set-tls 3b24... --ca their-ca.pem \\",
            "      --certificate ours.pem --key ours-key.pem --reason \"they want to know who calls\""
        })
final class EndpointSetTlsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NamedPlace place;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "Certificates of the CAs of which one has to vouch for it, in PEM; nobody else is believed there"
                            + " then.")
    private Path authorities;

    @Option(names = "--no-ca", description = "Whoever is believed everywhere is believed there as well.")
    private boolean noAuthorities;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "Our certificate there, in PEM, and behind it those that vouch for it.")
    private Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "Its private key, in PEM, not encrypted.")
    private Path key;

    @Option(names = "--no-certificate", description = "We show nothing there.")
    private boolean noCertificate;

    @Mixin
    private ReasonNeeded reason;

    @Override
    public void run() {
        if (authorities != null && noAuthorities || certificate != null && noCertificate) {
            throw new ParameterException(spec.commandLine(), "One of these and none of these (expected: one of both)");
        }
        if ((certificate == null) != (key == null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A certificate and its private key go together (expected: --certificate and --key)");
        }
        TermsWish wish = new TermsWish(
                noAuthorities
                        ? Optional.of("")
                        : Optional.ofNullable(authorities).map(KeyFiles::key),
                noCertificate
                        ? Optional.of("")
                        : Optional.ofNullable(certificate).map(KeyFiles::key),
                Optional.ofNullable(key).map(KeyFiles::key));
        if (wish.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "What is to change? (expected: --ca, --no-ca, --certificate and --key, or --no-certificate)");
        }
        place.change("Set.", NamedApp.NOTHING, (endpoints, which) -> endpoints.setTerms(which, wish, reason.by()));
    }
}
