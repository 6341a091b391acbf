package io.quittance.bootstrap.keys;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.key.KeyRing;
import io.quittance.http.signing.HeldKey;
import io.quittance.http.signing.KeyReference;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import io.quittance.persistence.encryption.BodySecret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The gateway's own keys: the pair that signs everything we send north, the key that bodies are stored under, and the one
 * that seals the journal. They are made at the first start; after that they are read, and what cannot be read stops the start, because a new key
 * would make every stored body unreadable and every merchant's copy of our public key wrong.
 */
public final class KeyDirectory {
    /** Our public key for merchants, as PEM. */
    public static final String OPEN_PEM = "gateway-public-key.pem";

    /** The same as base64, without a line feed at its end: to be pasted into forms. */
    public static final String OPEN_LINE = "gateway-public-key.txt";

    private static final String FOLDER = "keys";
    private static final String GATEWAY = "gateway-private-key.pem";
    private static final String BODY = "body-key";
    private static final String AUDIT = "audit-key";

    private final Path folder;

    private KeyDirectory(Path folder) {
        this.folder = folder;
    }

    /**
     * The keys of one instance.
     *
     * @param bodies all of which read stored bodies
     */
    public record Keys(KeyPair gateway, List<BodySecret> bodies, SecretKey audit) {
        public Keys {
            bodies = List.copyOf(bodies);
        }

        /** Fingerprint of the gateway's public key. */
        public String gatewayKeyId() {
            return Rsa.keyId(gateway.getPublic());
        }

        /** Never shows them. */
        @Override
        public String toString() {
            return "Keys[gateway " + gatewayKeyId() + "]";
        }
    }

    /**
     * Reads the keys, and makes what is missing.
     *
     * @param gatewayKey where the gateway's private key is, to use instead
     * @param bodyKey a file with the body keys to use instead
     * @param auditKey a file with the audit key to use instead
     * @throws Trouble naming what cannot be used
     */
    public static Keys open(
            Path data, Optional<KeyReference> gatewayKey, Optional<Path> bodyKey, Optional<Path> auditKey) {
        KeyFiles.folder(data);
        KeyDirectory directory = new KeyDirectory(data.resolve(FOLDER));
        KeyFiles.folder(directory.folder);
        KeyPair gateway = gatewayKey.map(KeyDirectory::pair).orElseGet(directory::gateway);
        if (bodyKey.isEmpty()) {
            bodyKeys(data, bodyKey).make();
        }
        SecretKey audit = secret(auditKey, auditFile(data), "audit key");
        List<BodySecret> bodies = bodyKeys(data, bodyKey).read().stream()
                .map(BodySecret::of)
                .distinct()
                .toList();
        return new Keys(gateway, bodies, audit);
    }

    /** Where the gateway's private key is, unless a setting names another place. */
    public static Path gatewayFile(Path data) {
        return data.resolve(FOLDER).resolve(GATEWAY);
    }

    /** Where the body key is, unless a setting names another place. */
    public static Path bodyFile(Path data) {
        return data.resolve(FOLDER).resolve(BODY);
    }

    /** Where the audit key is, unless a setting names another place. */
    public static Path auditFile(Path data) {
        return data.resolve(FOLDER).resolve(AUDIT);
    }

    static Path folder(Path data) {
        return data.resolve(FOLDER);
    }

    private KeyPair gateway() {
        Path secret = folder.resolve(GATEWAY);
        if (!Files.exists(secret)) {
            KeyPair made = Rsa.newPair();
            KeyFiles.writeSecret(secret, Pem.writePrivate(made.getPrivate()));
        }
        KeyPair pair = pair(secret);
        publish(secret, pair, OPEN_PEM, Pem.writePublic(pair.getPublic()));
        if (Files.isWritable(folder)) {
            publish(secret, pair, OPEN_LINE, Pem.oneLine(pair.getPublic()));
        }
        return pair;
    }

    /** For merchants to be given. */
    private void publish(Path secret, KeyPair pair, String name, String content) {
        Path open = folder.resolve(name);
        if (!Files.exists(open)) {
            KeyFiles.writePublic(open, content);
        } else if (!KeyFiles.readPublic(open).equals(pair.getPublic()) && !isNewer(open)) {
            throw new Trouble("The files " + open + " and " + secret + " are not a pair; delete the public key, and it"
                    + " is made again from the private one.");
        }
    }

    /** Whether the gateway signs with another pair by now, which stands beside the first under its own name. */
    private boolean isNewer(Path open) {
        PublicKey there = KeyFiles.readPublic(open);
        String name = "gateway-public-key-" + KeyRing.shown(Rsa.keyId(there));
        return Files.exists(folder.resolve(name + ".pem"));
    }

    /** The file of the keys that bodies are encrypted with. @param named that of a setting */
    public static SecretFile bodyKeys(Path data, Optional<Path> named) {
        return new SecretFile(named.orElse(bodyFile(data)), "body key");
    }

    private static SecretKey secret(Optional<Path> named, Path own, String what) {
        SecretFile file = new SecretFile(named.orElse(own), what);
        if (named.isEmpty()) {
            file.make();
        }
        List<byte[]> keys = file.read();
        if (keys.size() > 1) {
            throw new Trouble(
                    "The file " + file.path() + " holds " + keys.size() + " keys (expected: one " + what + ").");
        }
        return new SecretKeySpec(keys.getFirst(), "AES");
    }

    private static KeyPair pair(Path file) {
        return pair(KeyFiles.readPrivate(file));
    }

    /** What is in a file is read once; all else stays where it is. */
    private static KeyPair pair(KeyReference place) {
        if (place.path().isPresent()) {
            return pair(place.path().get());
        }
        try {
            return pair(HeldKey.look(place));
        } catch (IllegalArgumentException e) {
            throw new Trouble("QUITTANCE_GATEWAY_KEY names no usable " + e.getMessage() + ".", e);
        }
    }

    /** The pair that a private key belongs to. */
    public static KeyPair pair(PrivateKey secret) {
        return new KeyPair(Rsa.publicOf(secret), secret);
    }
}
