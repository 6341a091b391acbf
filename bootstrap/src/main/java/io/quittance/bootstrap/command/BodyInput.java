package io.quittance.bootstrap.command;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The bytes that a signature is over, exactly as they are. */
final class BodyInput {
    @Parameters(
            converter = Said.FileName.class,
            arity = "0..1",
            defaultValue = "-",
            paramLabel = "FILE",
            description = "The body; standard input if it is - or left out.")
    private String name;

    Bytes read() {
        try {
            return Bytes.of(name.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name)));
        } catch (IOException e) {
            throw new Trouble("The file " + name + " cannot be read.", e);
        }
    }
}
