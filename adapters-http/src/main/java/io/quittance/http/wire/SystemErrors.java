package io.quittance.http.wire;

import io.quittance.application.fault.FaultLog;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Faults of ours: each has an id, which stands in the log and in the answer. */
@Singleton
public final class SystemErrors {
    private final FaultIds ids;
    private final FaultLog log;

    public SystemErrors(FaultIds ids, InstantSource clock) {
        this.ids = ids;
        this.log = new FaultLog(System.getLogger(SystemErrors.class.getName()), clock);
    }

    /** @param where it happened, in words that follow its id. @return what the answer says */
    public String tell(String where, RuntimeException e) {
        String id = ids.next();
        log.tell("system error " + id + " " + where, e);
        return "System error, id " + id;
    }
}
