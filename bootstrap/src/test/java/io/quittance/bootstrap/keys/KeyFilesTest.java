package io.quittance.bootstrap.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.trouble.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Key files")
class KeyFilesTest {
    @TempDir
    Path folder;

    @Test
    void are_never_overwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "the first");

        Trouble trouble = assertThrows(Trouble.class, () -> KeyFiles.writeSecret(file, "the second"));

        assertEquals("The file " + file + " is there already and is not overwritten.", trouble.getMessage());
        assertEquals("the first", Files.readString(file));
    }

    @Test
    void are_not_written_into_a_folder_that_is_not_there() {
        Path file = folder.resolve("none").resolve("key");

        Trouble trouble = assertThrows(Trouble.class, () -> KeyFiles.writeSecret(file, "x"));

        assertEquals("The file " + file + " cannot be written: there is no such file or folder.", trouble.getMessage());
    }

    @Test
    void are_small() throws IOException {
        Path file = Files.write(folder.resolve("key"), new byte[70_000]);

        Trouble trouble = assertThrows(Trouble.class, () -> KeyFiles.text(file));

        assertEquals("The file " + file + " is no key file: it has more than 65536 bytes.", trouble.getMessage());
    }

    /** Nobody may make files there, not even who may all else. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void name_a_data_folder_that_cannot_be_written_to() {
        Path folder = Path.of("/proc");

        String message = assertThrows(Trouble.class, () -> KeyFiles.requireWritable(folder))
                .getMessage();

        assertTrue(message.startsWith("The data folder /proc cannot be written to: "), message);
        assertTrue(message.contains("--data or QUITTANCE_DATA"), message);
    }

    @Test
    void leave_nothing_in_one_that_can() {
        KeyFiles.requireWritable(folder);

        assertEquals(0, folder.toFile().list().length);
    }
}
