/** The journal as whoever verifies it reads it: {@link io.quittance.persistence.audit.JdbcKeptJournal}. */
package io.quittance.persistence.audit;
