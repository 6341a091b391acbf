/**
 * Authorizations, cancels and payments in SQL: {@code JdbcAuthorizations}, {@code JdbcCancels}, {@code JdbcPayments}.
 */
package io.quittance.persistence.authorization;
