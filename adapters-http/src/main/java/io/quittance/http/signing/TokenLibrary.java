package io.quittance.http.signing;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PKCS#11 library of this process. Many learn what tokens there are when they are initialized and then never again: with one of those
 * a token that was taken away and is back is found only if the library is finalized and initialized once more, for which Java's provider has no
 * word. Whatever was open in the library is closed by that, also what other configurations have of it.
 */
final class TokenLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(TokenLibrary.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Pattern NAMED = Pattern.compile("(?m)^\\s*library\\s*=\\s*\"?([^\"\\r\\n]*[^\"\\s])\"?\\s*$");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    /** Of a list of functions the places behind its version, in pointers. */
    private static final long INITIALIZE = 1;

    private static final long FINALIZE = 2;
    private static final long SLOTS = 5;
    private static final long SLOT = 6;

    /** Four functions for locks, of which there are none, flags, and nothing. */
    private static final long ARGUMENTS = 6;

    private static final long FLAGS = 4;
    private static final long LOCKS_OF_THE_SYSTEM = 2;

    /** Of what is told of a slot: two texts, flags, two versions. */
    private static final long SLOT_BYTES = 112;

    private static final long SLOT_FLAGS = 96;
    private static final long REMOVABLE = 2;
    private static final int MOST_SLOTS = 1024;

    private static final long OK = 0;

    private static final Map<String, TokenLibrary> ALL = new ConcurrentHashMap<>();

    private final String path;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private volatile int age;

    private TokenLibrary(String path) {
        this.path = path;
    }

    /** That which a configuration of Java's SunPKCS11 names; one that nobody else has where it names none that can be read. */
    static TokenLibrary of(Path configuration) {
        return named(configuration)
                .map(path -> ALL.computeIfAbsent(path, TokenLibrary::new))
                .orElseGet(() -> new TokenLibrary(""));
    }

    private static Optional<String> named(Path configuration) {
        try {
            Matcher named = NAMED.matcher(Files.readString(configuration));
            return named.find() ? Optional.of(expanded(named.group(1))) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Its provider fills in properties of the process. */
    private static String expanded(String text) {
        return PROPERTY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(System.getProperty(found.group(1), found.group())));
    }

    /** How often it was initialized anew: what is of another age is closed. */
    int age() {
        return age;
    }

    /** Holds off that it is initialized anew until it is given back, by the same thread. */
    void enter() {
        use.readLock().lock();
    }

    void leave() {
        use.readLock().unlock();
    }

    /**
     * Initializes it anew; once for all who ask for the same age. It is left as it is where that cannot be done, while somebody waits for a
     * call into it, and if tokens can be taken from its slots, as Java's provider looks at those by itself.
     *
     * @param seen the age at which whoever asks did not find what he needs
     */
    void renew(int seen) {
        if (path.isEmpty() || System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try {
            if (use.writeLock().tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    if (age == seen && initialized()) {
                        age++;
                    }
                } finally {
                    use.writeLock().unlock();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("restricted")
    private boolean initialized() {
        try (Arena arena = Arena.ofConfined()) {
            // Never closed: its provider has it open as well, and counts on that.
            Functions functions = Functions.of(SymbolLookup.libraryLookup(Path.of(path), Arena.global()), arena);
            if (functions.anyRemovable(arena)) {
                return false;
            }
            MemorySegment arguments = arena.allocate(ValueLayout.ADDRESS, ARGUMENTS);
            arguments.setAtIndex(ValueLayout.JAVA_LONG, FLAGS, LOCKS_OF_THE_SYSTEM);
            functions.call(FINALIZE, MemorySegment.NULL);
            long code = functions.call(INITIALIZE, arguments);
            LOG.debug("initialized {} anew: {}", path, code);
            return true;
        } catch (IllegalArgumentException e) {
            LOG.debug("the library {} cannot be initialized anew", path, e);
            return false;
        }
    }

    /** Its list of functions. */
    private record Functions(MemorySegment list) {
        private static final Linker LINKER = Linker.nativeLinker();

        @SuppressWarnings("restricted")
        static Functions of(SymbolLookup library, Arena arena) {
            MemorySegment get = library.find("C_GetFunctionList")
                    .orElseThrow(() -> new IllegalArgumentException("it has no C_GetFunctionList"));
            MemorySegment place = arena.allocate(ValueLayout.ADDRESS);
            if (invoke(get, place) != OK) {
                throw new IllegalArgumentException("its C_GetFunctionList gives none");
            }
            return new Functions(
                    place.get(ValueLayout.ADDRESS, 0).reinterpret((SLOT + 1) * ValueLayout.ADDRESS.byteSize()));
        }

        long call(long function, Object... arguments) {
            return invoke(list.getAtIndex(ValueLayout.ADDRESS, function), arguments);
        }

        /** No slot of a library that is not initialized is. */
        boolean anyRemovable(Arena arena) {
            MemorySegment slots = arena.allocate(ValueLayout.JAVA_LONG, MOST_SLOTS);
            MemorySegment count = arena.allocateFrom(ValueLayout.JAVA_LONG, MOST_SLOTS);
            MemorySegment slot = arena.allocate(SLOT_BYTES);
            long found = call(SLOTS, (byte) 0, slots, count) == OK ? count.get(ValueLayout.JAVA_LONG, 0) : 0;
            return LongStream.range(0, found)
                    .map(place -> slots.getAtIndex(ValueLayout.JAVA_LONG, place))
                    .anyMatch(id -> call(SLOT, id, slot) == OK
                            && (slot.get(ValueLayout.JAVA_LONG, SLOT_FLAGS) & REMOVABLE) != 0);
        }

        @SuppressWarnings("restricted")
        private static long invoke(MemorySegment function, Object... arguments) {
            MemoryLayout[] layouts = Stream.of(arguments)
                    .map(argument -> switch (argument) {
                        case Byte _ -> ValueLayout.JAVA_BYTE;
                        case Long _ -> ValueLayout.JAVA_LONG;
                        default -> ValueLayout.ADDRESS;
                    })
                    .toArray(MemoryLayout[]::new);
            try {
                return (long) LINKER.downcallHandle(function, FunctionDescriptor.of(ValueLayout.JAVA_LONG, layouts))
                        .invokeWithArguments(arguments);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
