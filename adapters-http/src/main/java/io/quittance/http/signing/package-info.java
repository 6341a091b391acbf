/**
 * Signatures over bytes, and the keys for them: {@link io.quittance.http.signing.Rsa} signs and verifies, {@link
 * io.quittance.http.signing.Pem} reads keys in every form that clients use, {@link io.quittance.http.signing.NewKeys} judges
 * those that are registered, and {@link io.quittance.http.signing.KeyReference} names one that is kept elsewhere, as in a token.
 * Knows nothing of HTTP or payments.
 */
package io.quittance.http.signing;
