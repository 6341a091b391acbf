/**
 * How keys are changed with an overlap: {@link io.quittance.domain.key.Term}, while one counts, and {@link
 * io.quittance.domain.key.KeyRing}, the keys of one sort that somebody has.
 */
package io.quittance.domain.key;
