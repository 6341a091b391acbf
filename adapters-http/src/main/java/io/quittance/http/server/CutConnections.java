package io.quittance.http.server;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many connections we ended since the start, by the reason; for metrics. */
public final class CutConnections {
    /** Why. */
    public enum Reason {
        /** No whole request within the time, from its first byte or from the connection on. */
        SLOW_REQUEST,
        /** No whole answer was taken within the time. */
        SLOW_ANSWER,
        /** More requests came at once, none of their answers awaited, than are kept. */
        TOO_MUCH_AT_ONCE,
        /** No TLS came where it is spoken, or none that we speak. */
        NO_TLS,
        /** Nothing was asked for long; nobody's fault. */
        IDLE,
        /** One address had as many connections as it may have. */
        TOO_MANY_OF_ONE_ADDRESS,
        /** All addresses together had. */
        TOO_MANY
    }

    private final Map<Reason, LongAdder> counts = new EnumMap<>(Reason.class);

    public CutConnections() {
        for (Reason reason : Reason.values()) {
            counts.put(reason, new LongAdder());
        }
    }

    void count(Reason reason) {
        counts.get(reason).increment();
    }

    public long of(Reason reason) {
        return counts.get(reason).sum();
    }
}
