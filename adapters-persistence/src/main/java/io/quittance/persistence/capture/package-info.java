/** Captures and cancels, each in its table: {@link io.quittance.persistence.capture.JdbcOperations}. */
package io.quittance.persistence.capture;
