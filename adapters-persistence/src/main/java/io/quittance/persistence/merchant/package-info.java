/**
 * The registered merchants in the tables {@code merchant} and {@code merchant_key}, by Micronaut Data: start at {@link
 * io.quittance.persistence.merchant.JdbcMerchants}.
 */
package io.quittance.persistence.merchant;
