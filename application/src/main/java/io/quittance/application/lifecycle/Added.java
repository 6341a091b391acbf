package io.quittance.application.lifecycle;

/** What became of a new order that was to be kept: {@link Orders#add}. */
public sealed interface Added<A> {
    record New<A>() implements Added<A> {}

    /** The order that its merchant called so before, as it is now. */
    record Known<A>(A earlier) implements Added<A> {}

    /** Our number of it is another order's, or what upstream calls it is another order of the same account. */
    record NumberTaken<A>() implements Added<A> {}
}
