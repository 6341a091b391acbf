package io.quittance.bootstrap.keys;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.key.KeyRing;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's public keys in the data folder, to be given to merchants: what signs now under the name that it always had, and once
 * another was added each of them under a name with its fingerprint.
 */
public final class PublishedKeys {
    private static final String BEGINNING = "gateway-public-key";
    private static final String PEM = ".pem";
    private static final String LINE = ".txt";

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    private final Path folder;

    public PublishedKeys(Path data) {
        this.folder = KeyDirectory.folder(data);
    }

    /** All that stand there. */
    public List<PublicKey> read() {
        return files(PEM).stream().flatMap(PublishedKeys::read).distinct().toList();
    }

    /** One that has just been taken away is none. */
    private static Stream<PublicKey> read(Path file) {
        try {
            return Stream.of(KeyFiles.readPublic(file));
        } catch (Trouble e) {
            if (Files.exists(file)) {
                throw e;
            }
            return Stream.empty();
        }
    }

    /**
     * What cannot be written is told to the log: nothing that goes on needs it.
     *
     * @param all those that count, or will; {@code signing} is one of them
     */
    synchronized void write(PublicKey signing, List<PublicKey> all) {
        List<String> names = all.stream().map(PublishedKeys::name).toList();
        try {
            for (Path file : files("")) {
                String its = file.getFileName().toString();
                if (its.startsWith(BEGINNING + "-") && names.stream().noneMatch(its::startsWith)) {
                    Files.deleteIfExists(file);
                }
            }
            for (PublicKey key : all) {
                replace(name(key), key);
            }
            replace(BEGINNING, signing);
        } catch (IOException | Trouble e) {
            LOG.warn("the gateway's public keys could not be written to {}: {}", folder, e.getMessage());
        }
    }

    private void replace(String name, PublicKey key) throws IOException {
        replace(folder.resolve(name + PEM), Pem.writePublic(key));
        replace(folder.resolve(name + LINE), Pem.oneLine(key));
    }

    private static void replace(Path file, String content) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(content)) {
            KeyFiles.replacePublic(file, content);
        }
    }

    private static String name(PublicKey key) {
        return BEGINNING + "-" + KeyRing.shown(Rsa.keyId(key));
    }

    private List<Path> files(String end) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(BEGINNING)
                            && file.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }
}
