package io.quittance.bootstrap.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the repository that this build was started in. */
public final class Sources {
    private static final List<String> MODULES =
            List.of("domain", "application", "adapters-http", "adapters-persistence", "bootstrap");

    static final Path ROOT = root();

    private Sources() {}

    /** The build starts each module's tests in the module's own folder. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no mvnw above " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }

    /** Everything below {@code src} of all modules whose name ends so. */
    static List<Path> code(String ending) {
        return MODULES.stream()
                .flatMap(module -> below(ROOT.resolve(module).resolve("src"), ending).stream())
                .toList();
    }

    /** README and all pages in {@code docs}. */
    public static List<Path> pages() {
        return Stream.concat(Stream.of(ROOT.resolve("README.md")), below(ROOT.resolve("docs"), ".md").stream())
                .toList();
    }

    static Path page(String name) {
        return ROOT.resolve("docs").resolve(name);
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a message names a file. */
    public static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static List<Path> below(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
