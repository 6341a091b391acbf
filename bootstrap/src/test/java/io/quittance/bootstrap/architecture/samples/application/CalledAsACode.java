package io.quittance.bootstrap.architecture.samples.application;

/** A value that is called as a code is the code again. */
public enum CalledAsACode {
    NEVER_HEARD_OF,
    ORDER_CLOSED
}
