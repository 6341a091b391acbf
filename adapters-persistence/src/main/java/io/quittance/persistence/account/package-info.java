/**
 * The accounts in the tables {@code account}, {@code account_handle} and {@code account_route}, by Micronaut Data: start
 * at {@link io.quittance.persistence.account.JdbcAccounts}.
 */
package io.quittance.persistence.account;
