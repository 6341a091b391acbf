/** The registered merchants: {@link io.quittance.application.merchant.Merchants}, and how one is registered. */
package io.quittance.application.merchant;
