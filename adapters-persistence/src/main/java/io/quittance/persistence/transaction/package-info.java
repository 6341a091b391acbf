/** Units of work on one connection: {@link io.quittance.persistence.transaction.JdbcTransactions}. */
package io.quittance.persistence.transaction;
