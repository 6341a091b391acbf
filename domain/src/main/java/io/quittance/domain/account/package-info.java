/**
 * What a merchant has with acquirers: {@link io.quittance.domain.account.Account}, and which of its accounts a new order
 * takes, {@link io.quittance.domain.account.Routes}. Knows merchants and money, no kind of order.
 */
package io.quittance.domain.account;
