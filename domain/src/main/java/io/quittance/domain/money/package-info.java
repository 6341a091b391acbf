/** Exact amounts and the currencies they are in. Start at {@link io.quittance.domain.money.Money}. */
package io.quittance.domain.money;
