package io.quittance.http.north;

import io.quittance.http.wire.WireCode;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many requests were refused since the start, by code; for metrics. What is refused is in no journal. */
@Singleton
public final class RefusalCounts {
    private final Map<WireCode, LongAdder> counts = new EnumMap<>(WireCode.class);

    public RefusalCounts() {
        for (WireCode code : WireCode.values()) {
            counts.put(code, new LongAdder());
        }
    }

    void count(WireCode code) {
        counts.get(code).increment();
    }

    public long of(WireCode code) {
        return counts.get(code).sum();
    }
}
