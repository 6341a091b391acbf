package io.quittance.application.replay;

import io.quittance.application.replay.Retelling.Heard;
import io.quittance.domain.text.Counted;

/**
 * What became of a message, as far as replays compare it. How an order came to a state, and what it learned besides, is not
 * compared.
 *
 * @param state where the order stood behind it
 * @param owed of how many results its merchant was owed the news, to however many endpoints
 * @param refused whether anything in it contradicted what was known
 */
record Decision(String state, int owed, boolean refused) {
    static <A> Decision of(Retelling<A> retelling, Heard<A> heard) {
        return new Decision(retelling.state(heard.after()), heard.owed(), heard.refused());
    }

    /** For a person. @param before where the order stood */
    String line(String before) {
        String moved = state.equals(before) ? "stays " + state : before + " -> " + state;
        String told = owed == 0 ? "" : ", " + Counted.of(owed, "result to tell", "results to tell");
        return moved + told + (refused ? ", contradicts" : "");
    }
}
