/**
 * PayerMax as upstream, or another Quittance, which speaks the same: {@link
 * io.quittance.http.payermax.PayerMaxCall} asks and sorts the answers, {@code CodeMeaning} is the table of what
 * follows from which code.
 */
package io.quittance.http.payermax;
