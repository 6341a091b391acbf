package io.quittance.application.shard;

import java.time.Duration;

/** How many of a lane are worked on at once: more while its other side answers quickly, fewer when it does not. */
final class Places {
    static final int FIRST = 8;
    static final int MOST = 64;
    private static final int LEAST = 2;

    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofSeconds(5);

    private int open = FIRST;

    int open() {
        return open;
    }

    void answered(Duration took) {
        if (took.compareTo(QUICK) < 0) {
            open = Math.min(MOST, open + 1);
        } else if (took.compareTo(SLOW) >= 0) {
            fewer();
        }
    }

    void fewer() {
        open = Math.max(LEAST, open / 2);
    }
}
