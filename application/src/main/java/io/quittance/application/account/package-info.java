/**
 * What merchants have with acquirers: {@link io.quittance.application.account.Accounts} keeps it.
 */
package io.quittance.application.account;
