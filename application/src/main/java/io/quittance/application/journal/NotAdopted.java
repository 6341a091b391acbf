package io.quittance.application.journal;

/** What a person wanted to adopt cannot be; undoes the unit of work in which that was found. The message says why. */
public final class NotAdopted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAdopted(String why) {
        super(why, null, false, false);
    }
}
