/** Authorizations and payments in SQL: {@code JdbcAuthorizations}, {@code JdbcPayments}. */
package io.quittance.persistence.authorization;
