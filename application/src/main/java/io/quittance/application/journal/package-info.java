/**
 * The story of each order: one append-only row for everything that happened to it, in {@link
 * io.quittance.application.journal.Journal}, and what contradicts it, in {@link
 * io.quittance.application.journal.Discrepancies}.
 */
package io.quittance.application.journal;
