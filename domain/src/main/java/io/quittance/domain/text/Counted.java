package io.quittance.domain.text;

/** How many of something there are, for people: {@code 1 order}, {@code 2 orders}. */
public final class Counted {
    private Counted() {}

    /** @param one what one of them is called; several have an s behind it */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    public static String of(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }
}
