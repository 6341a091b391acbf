package io.quittance.application.lifecycle;

/** What became of a report. Whoever sent it may be acknowledged whatever it is: telling us again would not change it. */
public enum Settled {
    /** The order moved, and its merchant will be told what it must hear. */
    RECORDED,
    /** Nothing new. */
    KNOWN_ALREADY,
    /** It contradicts what we hold: kept as a discrepancy. */
    CONTRADICTED,
    /** We never saw that order and the report says too little to make one: kept as a discrepancy. */
    UNUSABLE
}
