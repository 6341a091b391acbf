package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A library of tokens")
class TokenLibraryTest {
    private static final String AWAY = "/no/such/library.so";
    private static final String JAVA = System.getProperty("java.home");

    @TempDir
    Path folder;

    private int written;

    private TokenLibrary named(String configuration) throws IOException {
        written++;
        return TokenLibrary.of(Files.writeString(folder.resolve(written + ".cfg"), configuration));
    }

    @Test
    void is_one_for_all_configurations_that_name_it() throws IOException {
        TokenLibrary plain = named("name = a\nlibrary = " + AWAY + "\n");

        assertSame(plain, named("library=" + AWAY));
        assertSame(plain, named("name = b\n  library = \"" + AWAY + "\"  \r\nslot = 1\n"));
        assertNotSame(plain, named("library = " + AWAY + ".1\n"));
        assertNotSame(plain, named("# library = " + AWAY + "\n"));
    }

    @Test
    void may_be_named_by_properties_of_the_process() throws IOException {
        assertSame(named("library = " + JAVA + "/lib/none.so"), named("library = ${java.home}/lib/none.so"));
        assertSame(named("library = ${no.such.property}/a.so"), named("library = ${no.such.property}/a.so"));
    }

    @Test
    void is_one_of_its_own_where_none_is_named() throws IOException {
        TokenLibrary none = named("name = a\n");

        assertNotSame(none, named("name = a\n"));
        assertStays(none);
        assertStays(TokenLibrary.of(folder.resolve("none.cfg")));
    }

    @Test
    void stays_as_it_is_where_it_cannot_be_initialized_anew() throws IOException {
        assertStays(named("library = " + AWAY));
        assertStays(named("library = " + Path.of(JAVA, "lib", System.mapLibraryName("net"))));
    }

    @Test
    void stays_as_it_is_for_who_is_interrupted() throws IOException {
        TokenLibrary library = named("library = " + AWAY);

        Thread.currentThread().interrupt();
        library.renew(library.age());

        assertTrue(Thread.interrupted());
        assertEquals(0, library.age());
    }

    /** And others can go on with it. */
    private static void assertStays(TokenLibrary library) {
        library.renew(0);
        library.renew(1);

        assertEquals(0, library.age());
        CompletableFuture.runAsync(() -> {
                    library.enter();
                    library.leave();
                })
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
