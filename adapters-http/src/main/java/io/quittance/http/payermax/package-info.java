/**
 * Calls out to PayerMax as upstream, or to another Quittance, which speaks the same: {@link
 * io.quittance.http.payermax.PayerMaxCall} asks by {@code outbound} and sorts the answers, {@code CodeMeaning} is the
 * table of what follows from which code. What it tells comes in by {@code south}.
 */
package io.quittance.http.payermax;
