package io.quittance.persistence.database;

/** Text that only people read: it may be cut to what its column takes. */
public final class ForPeople {
    private ForPeople() {}

    public static String upTo(int most, String text) {
        return text.substring(0, Math.min(most, text.length()));
    }
}
