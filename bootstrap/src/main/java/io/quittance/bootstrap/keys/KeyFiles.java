package io.quittance.bootstrap.keys;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.signing.KeyReference;
import io.quittance.http.signing.Pem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads and writes key files. What is secret is only ever readable by its owner, from its first byte on. */
public final class KeyFiles {
    /** No key is as long; whatever is belongs to somebody else. */
    private static final long MOST_BYTES = 64 * 1024;

    private KeyFiles() {}

    /** Makes a folder that only its owner may enter; nothing happens to one that is there. */
    public static void folder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, mode("rwx------"));
            }
        } catch (FileAlreadyExistsException e) {
            throw new Trouble("The folder " + folder + " cannot be made: a file of that name is there.", e);
        } catch (IOException e) {
            throw new Trouble("The folder " + folder + " cannot be made: " + why(e) + ".", e);
        }
    }

    /** @throws Trouble if no file can be made in that folder, which is there */
    public static void requireWritable(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".", ""));
        } catch (IOException e) {
            throw new Trouble(
                    "The data folder " + folder.toAbsolutePath().normalize() + " cannot be written to: " + why(e)
                            + " (expected: one that this user may write to, by --data or QUITTANCE_DATA).",
                    e);
        }
    }

    /** Writes a file that only its owner may read, whole or not at all, and never over another. */
    public static void writeSecret(Path file, String content) {
        write(file, content, "rw-------");
    }

    /** Writes a file that everybody may read, whole or not at all, and never over another. */
    public static void writePublic(Path file, String content) {
        write(file, content, "rw-r--r--");
    }

    /** The same over another, at whose place there is always one of the two. */
    public static void replacePublic(Path file, String content) {
        place(file, content, "rw-r--r--", StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The same of what only its owner may read. */
    static void replaceSecret(Path file, String content) {
        place(file, content, "rw-------", StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path file, String content, String mode) {
        if (Files.exists(file)) {
            throw new Trouble("The file " + file + " is there already and is not overwritten.");
        }
        place(file, content, mode);
    }

    private static void place(Path file, String content, String mode, CopyOption... how) {
        Path draft = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, mode(mode));
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(content));
                channel.force(true);
            }
            Files.move(draft, file, how);
        } catch (IOException e) {
            throw new Trouble("The file " + file + " cannot be written: " + why(e) + ".", e);
        }
    }

    public static PrivateKey readPrivate(Path file) {
        return parsed(file, Pem::readPrivate);
    }

    public static PublicKey readPublic(Path file) {
        return parsed(file, Pem::readPublic);
    }

    private static <K> K parsed(Path file, Function<String, K> parser) {
        String text = key(file);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Trouble("The file " + file + " holds no usable " + e.getMessage() + ".", e);
        }
    }

    /** What stands in a small text file. */
    public static String text(Path file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Trouble("The file " + file + " is no key file: it is not text.", e);
        }
    }

    /** What stands in the file of a key that a person has from somewhere, as text. */
    public static String key(Path file) {
        return Pem.text(bytes(file));
    }

    /** What a person says a private key is: the content of a file, or the reference itself, which the service looks up. */
    public static String said(String fileOrReference) {
        try {
            Optional<KeyReference> reference = KeyReference.of(fileOrReference);
            return reference.isPresent() ? reference.get().text() : key(Path.of(fileOrReference));
        } catch (InvalidPathException e) {
            throw new Trouble(
                    "What should name a private key is no path (expected: a file, or " + KeyReference.EXPECTED + ").",
                    e);
        } catch (IllegalArgumentException e) {
            throw new Trouble("What should name a private key is no " + e.getMessage() + ".", e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new Trouble("The file " + file + " cannot be read: it is a folder.");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new Trouble("The file " + file + " is no key file: it has more than " + MOST_BYTES + " bytes.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Trouble("The file " + file + " cannot be read: " + why(e) + ".", e);
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static String why(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "access is denied";
            case FileSystemException system
            when system.getReason() != null -> system.getReason().toLowerCase(Locale.ROOT);
            default -> e.getClass().getSimpleName();
        };
    }
}
