package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.trouble.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The management token")
class ManagementTokenTest {
    @TempDir
    Path data;

    @Test
    void is_made_once_and_readable_by_its_owner_only() throws IOException {
        String made = ManagementToken.open(data).asHeader();

        assertEquals(made, ManagementToken.open(data).asHeader());
        assertTrue(made.matches("Bearer [0-9a-f]{64}"));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("management-token"))));
    }

    @Test
    void matches_itself_and_nothing_else() {
        ManagementToken token = ManagementToken.open(data);
        String right = token.asHeader();

        assertTrue(token.matches(right));
        assertTrue(token.matches(right.replace("Bearer", "bearer")), "HTTP's schemes have no case");
        assertFalse(token.matches(""));
        assertFalse(token.matches("Bearer "));
        assertFalse(token.matches(right.substring("Bearer ".length())));
        assertFalse(token.matches(right.substring(0, right.length() - 1)));
        assertFalse(token.matches(right + "0"));
        assertFalse(token.matches(right.replace("Bearer", "Basic")));
        assertFalse(token.matches(right.toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void is_missed_where_no_service_ever_started() {
        assertThrows(Trouble.class, () -> ManagementToken.read(data));
    }

    @Test
    void is_not_empty() throws IOException {
        Files.writeString(data.resolve("management-token"), "\n");

        assertThrows(Trouble.class, () -> ManagementToken.open(data));
    }

    @Test
    void never_shows_itself() {
        assertEquals("ManagementToken", ManagementToken.open(data).toString());
    }
}
