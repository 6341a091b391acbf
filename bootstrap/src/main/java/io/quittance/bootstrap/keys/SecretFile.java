package io.quittance.bootstrap.keys;

import io.quittance.bootstrap.trouble.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * A file of keys of {@value #BYTES} random bytes, each on a line of its own in base64 or hexadecimal. Blank lines and those that begin
 * with # say nothing.
 *
 * @param what one of them is called
 */
public record SecretFile(Path path, String what) {
    public static final int BYTES = 32;

    /** Each may have to be held by every instance, and told by its name. */
    private static final int MOST = 8;

    public SecretFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(what, "what");
    }

    /** Makes it with one key, if it is not there. */
    void make() {
        if (!Files.exists(path)) {
            KeyFiles.writeSecret(path, line(random()));
        }
    }

    /** A new key. */
    public static byte[] random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }

    private static String line(byte[] key) {
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    /** All keys, the oldest first. @throws Trouble if it cannot be read, or holds none, or anything else */
    public List<byte[]> read() {
        return read(KeyFiles.text(path), "The file " + path + " holds", what);
    }

    /** The one key of a text that a person gave. @throws Trouble if it holds none, or several */
    public static byte[] one(String text, String what) {
        List<byte[]> keys = read(text, "What is given holds", what);
        if (keys.size() > 1) {
            throw new Trouble("What is given holds " + keys.size() + " keys (expected: one " + what + ").");
        }
        return keys.getFirst();
    }

    private static List<byte[]> read(String text, String holds, String what) {
        List<byte[]> keys = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(SecretFile::bytes)
                .toList();
        if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length != BYTES)) {
            throw new Trouble(holds + " no " + what + " (expected: " + BYTES
                    + " random bytes in base64 or hexadecimal; of several, each on a line of its own).");
        }
        if (keys.size() > MOST) {
            throw new Trouble(holds + " " + keys.size() + " keys (expected: at most " + MOST
                    + "; what 'quittance key list --body' calls free may go).");
        }
        return keys;
    }

    /** Empty if it is none. */
    private static byte[] bytes(String line) {
        try {
            return line.length() == 2 * BYTES
                    ? HexFormat.of().parseHex(line)
                    : Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    /**
     * Adds a key behind the others, unless it is there.
     *
     * @throws Trouble if it cannot be written; then the file is as it was
     */
    void add(byte[] key) {
        String text = KeyFiles.text(path);
        if (read().stream().noneMatch(one -> Arrays.equals(one, key))) {
            String more = (text.endsWith("\n") ? text : text + "\n") + line(key);
            read(more, "The file " + path + " would hold", what);
            KeyFiles.replaceSecret(real(), more);
        }
    }

    /** What a link stands for is replaced, not the link. */
    private Path real() {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new Trouble("The file " + path + " cannot be found: " + e.getMessage() + ".", e);
        }
    }
}
