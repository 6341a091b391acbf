package io.quittance.http.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The room for connections out")
class RoomTest {
    private static final long MIB = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        "512,     1048576, 2048",
        "512,     4096,    1024",
        "64,      1048576, 256",
        "8,       1048576, 64",
        "512,     16,      64",
        "65536,   1048576, 16384"
    })
    void is_a_part_of_the_memory_and_of_the_files(long mebibytes, long files, int all) {
        assertEquals(new Room(all), Room.of(mebibytes * MIB, files));
    }

    @Test
    void is_there_in_this_process() {
        assertTrue(Room.here().all() >= 64);
    }

    @Test
    void is_shared_out_and_no_purpose_takes_anothers() {
        Room room = new Room(2048);

        assertEquals(PostLimits.STANDARD.connections(512, 1024), room.deliveries());
        assertEquals(PostLimits.STANDARD.connections(512, 512), room.errands());
        assertEquals(PostLimits.WAITED_FOR.connections(512, 512), room.waitedFor());
        assertEquals(
                room.all(),
                room.deliveries().total()
                        + room.errands().total()
                        + room.waitedFor().total());
    }

    @Test
    void is_never_nothing() {
        assertThrows(IllegalArgumentException.class, () -> new Room(63));
        assertThrows(IllegalArgumentException.class, () -> new Room(16_385));
    }
}
