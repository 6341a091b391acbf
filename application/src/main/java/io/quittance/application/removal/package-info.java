/**
 * How a merchant is taken out of what is registered, once nothing of it is open: {@link
 * io.quittance.application.removal.RemoveMerchant}.
 */
package io.quittance.application.removal;
