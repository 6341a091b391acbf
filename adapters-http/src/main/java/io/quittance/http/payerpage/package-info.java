/**
 * The page where a payer pays the simulator's links: plain HTML from the server, without a script, in the payer's language.
 * Start at {@link io.quittance.http.payerpage.PayerPages}. Knows the simulator's cashier and the links; speaks no protocol.
 */
package io.quittance.http.payerpage;
