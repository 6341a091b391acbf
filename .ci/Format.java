import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Checks ({@code check}) or repairs ({@code fix}) the format of every Java file below the root. What was seen well
 * formatted is remembered by its digest in {@code target/formatted}, so that a build looks only at what changed; what is
 * not is named in {@code target/not-formatted}, on which the build fails.
 */
final class Format {

    private static final Set<String> NOT_OURS = Set.of("target", "data");

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());
    private final Path root;
    private final boolean fix;
    private final String salt;
    private final Set<String> known;
    private final Set<String> good = new ConcurrentSkipListSet<>();
    private final Set<String> wrong = new ConcurrentSkipListSet<>();
    private final Set<String> broken = new ConcurrentSkipListSet<>();

    private Format(Path root, boolean fix, Set<String> known) {
        this.root = root;
        this.fix = fix;
        this.known = known;
        // Another formatter may want another format: it begins with nothing known.
        this.salt = Formatter.class.getProtectionDomain().getCodeSource().getLocation()
                + Runtime.version().toString();
    }

    public static void main(String[] args) throws IOException {
        var mode = args[0];
        if (!Set.of("check", "fix", "skip").contains(mode)) {
            System.err.println("-Dformat is check, fix or skip, not " + mode);
            System.exit(2);
        }
        var target = Path.of(args[1]).resolve("target");
        if (mode.equals("skip")) {
            Files.deleteIfExists(target.resolve("not-formatted"));
        } else {
            run(Path.of(args[1]), target, mode.equals("fix"));
        }
    }

    private static void run(Path root, Path target, boolean fix) throws IOException {
        var memory = target.resolve("formatted");
        var known = Files.exists(memory) ? Set.copyOf(Files.readAllLines(memory)) : Set.<String>of();
        var format = new Format(root, fix, known);
        javaFilesBelow(root).parallelStream().forEach(format::look);
        Files.createDirectories(target);
        if (!format.good.equals(known)) {
            Files.write(memory, format.good);
        }
        format.report(target.resolve("not-formatted"));
    }

    private static List<Path> javaFilesBelow(Path root) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                var name = directory.getFileName().toString();
                var ours = directory.equals(root) || name.equals(".ci") || !name.startsWith(".");
                return ours && !NOT_OURS.contains(name) || isSource(directory)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            /** A package may be called data, too. */
            private boolean isSource(Path directory) {
                return root.relativize(directory).toString().replace('\\', '/').contains("src/");
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private void look(Path file) {
        try {
            var source = Files.readString(file);
            if (known.contains(digest(source))) {
                good.add(digest(source));
                return;
            }
            var formatted = formatter.formatSourceAndFixImports(source);
            if (!formatted.equals(source)) {
                wrong.add(root.relativize(file).toString());
                if (!fix) {
                    return;
                }
                Files.writeString(file, formatted);
            }
            good.add(digest(formatted));
        } catch (FormatterException e) {
            broken.add(root.relativize(file) + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String digest(String source) {
        try {
            var bytes = (salt + source).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(Path failure) throws IOException {
        if (fix) {
            wrong.forEach(file -> System.out.println("Formatted " + file));
        }
        var failed = new ArrayList<String>();
        broken.forEach(file -> failed.add("The formatter cannot read " + file));
        if (!fix) {
            wrong.forEach(file -> failed.add("Not formatted as agreed: " + file));
        }
        failed.forEach(System.err::println);
        if (failed.isEmpty()) {
            Files.deleteIfExists(failure);
        } else {
            Files.write(failure, failed);
        }
    }
}
