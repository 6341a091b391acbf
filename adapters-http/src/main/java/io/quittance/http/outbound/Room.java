package io.quittance.http.outbound;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many connections out this process has room for, and how they are shared out by purpose, so that none takes another's:
 * what a merchant waits for, what we still have to ask of upstream, what merchants still have to be told. These are walls
 * for the whole; how many calls are made to one side at a time is the business of who makes them.
 *
 * @param all connections, open or being opened
 */
public record Room(int all) {
    /** What one costs while it is used: buffers, those of TLS, and an answer; a resting one costs less. */
    private static final int BYTES_OF_ONE = 64 * 1024;

    /** Connections may take this part of the memory and of the files that may be open. */
    private static final int PART = 4;

    private static final int LEAST = 64;
    private static final int MOST = 16_384;

    public Room {
        if (all < LEAST || all > MOST) {
            throw new IllegalArgumentException("all: " + all + " (expected: " + LEAST + " to " + MOST + ")");
        }
    }

    /** Of this process: 2,048 with half a gigabyte of memory. */
    public static Room here() {
        return of(Runtime.getRuntime().maxMemory(), files());
    }

    /**
     * @param memory that the process may take, in bytes
     * @param files that it may have open
     */
    static Room of(long memory, long files) {
        return new Room(Math.clamp(Math.min(memory / PART / BYTES_OF_ONE, files / PART), LEAST, MOST));
    }

    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /** To merchants: half of all, and half of that to one host, as many merchants may be told at one that hangs. */
    public PostLimits deliveries() {
        return PostLimits.STANDARD.connections(all / 4, all / 2);
    }

    /** To upstream, for what is still owed; one host may be the only one. */
    public PostLimits errands() {
        return PostLimits.STANDARD.connections(all / 4, all / 4);
    }

    /** To upstream while a merchant waits. */
    public PostLimits waitedFor() {
        return PostLimits.WAITED_FOR.connections(all / 4, all / 4);
    }
}
