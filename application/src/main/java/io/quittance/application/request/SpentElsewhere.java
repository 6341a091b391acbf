package io.quittance.application.request;

/** The bytes of a request were used for another API before: nothing was done. Refused at the edge, for all APIs alike. */
public final class SpentElsewhere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SpentElsewhere() {
        super("these signed bytes were used for another API");
    }
}
