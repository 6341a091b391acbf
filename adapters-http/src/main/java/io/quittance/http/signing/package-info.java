/**
 * Signatures over bytes, and the keys for them: {@link io.quittance.http.signing.Rsa} signs and verifies, {@link
 * io.quittance.http.signing.Pem} reads keys in every form that clients use. Knows nothing of HTTP or payments.
 */
package io.quittance.http.signing;
