/** How PayerMax and whoever speaks its protocol name an account: {@link io.quittance.http.account.UpstreamName}. */
package io.quittance.http.account;
