package io.quittance.application.erasure;

import io.quittance.domain.text.Bytes;

/** Looks into what was sent and received. */
@FunctionalInterface
public interface Mentions {
    /** Whether a value in it is that one, whatever the case of its letters; of what has no fields, whether it holds it. */
    boolean in(Bytes body, String value);
}
