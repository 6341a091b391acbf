package io.quittance.bootstrap.trouble;

import java.util.Optional;

/**
 * Something that a person can set right: a bad setting, a taken port, an unreadable key file. Its message is one or two
 * plain sentences, and all that the person is shown; it never holds a key or a password.
 */
public final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Trouble(String sentence) {
        super(sentence);
    }

    public Trouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The trouble that some framework wrapped into exceptions of its own. */
    public static Optional<Trouble> within(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof Trouble trouble) {
                return Optional.of(trouble);
            }
        }
        return Optional.empty();
    }
}
