/**
 * Tamper evidence of the journal: each row of an order is sealed in a chain, and {@link
 * io.quittance.application.audit.VerifyJournal} follows the chains. What is sealed, and how, is in {@link
 * io.quittance.application.audit.Chain}.
 */
package io.quittance.application.audit;
