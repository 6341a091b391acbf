/** Captures in the table {@code capture}: {@link io.quittance.persistence.capture.JdbcCaptures}. */
package io.quittance.persistence.capture;
