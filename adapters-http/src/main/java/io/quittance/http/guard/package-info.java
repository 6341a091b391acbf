/**
 * Where strangers may have us post. {@link io.quittance.http.guard.SpecialAddresses} says what kind of address one is, {@link
 * io.quittance.http.guard.Allowed} which kinds, ranges and hosts the settings allow, {@link
 * io.quittance.http.guard.MerchantGuard} puts both together; {@code outbound} asks it about each address that it would
 * connect to, {@link io.quittance.http.guard.NotifyUrls} when a merchant names one. See {@code docs/security.md}.
 */
package io.quittance.http.guard;
