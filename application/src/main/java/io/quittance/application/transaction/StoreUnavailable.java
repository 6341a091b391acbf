package io.quittance.application.transaction;

/**
 * What keeps our state cannot be reached now. Nobody's code is wrong: whoever logs it writes the message, which says all,
 * and no trace, or an outage under load would fill the disk.
 */
public class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param sentence one, for the person who runs the gateway; with nothing secret in it */
    public StoreUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
