package io.quittance.http.wire;

/** Short ids that stand in an answer and in the log, so that whoever got the answer can be helped. */
@FunctionalInterface
public interface FaultIds {
    /** A new one, eight characters or so. */
    String next();
}
