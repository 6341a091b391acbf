/**
 * The story of each order in the table {@code journal}, and what contradicts it in {@code discrepancy}; bodies are
 * encrypted. Start at {@link io.quittance.persistence.journal.JdbcJournal}.
 */
package io.quittance.persistence.journal;
