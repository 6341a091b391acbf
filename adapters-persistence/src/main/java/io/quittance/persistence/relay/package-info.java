/** Requests that were passed on, in SQL: {@code JdbcRelays}. */
package io.quittance.persistence.relay;
