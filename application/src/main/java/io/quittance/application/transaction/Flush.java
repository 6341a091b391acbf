package io.quittance.application.transaction;

/**
 * Makes sure that what was read will still be there. Some stores show a commit to others before it is on the disk: whoever
 * tells the world of it in between may have told what a crash then takes back. Outside any transaction.
 */
@FunctionalInterface
public interface Flush {
    /** For a store that shows nothing before it is on the disk. */
    Flush NEEDLESS = () -> {};

    /**
     * Returns once all that anyone could see before the call is on the disk; a second call does it again.
     *
     * @throws StoreUnavailable if that could not be made sure
     */
    void await();
}
