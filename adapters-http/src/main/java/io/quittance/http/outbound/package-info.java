/**
 * The one way out over HTTP, for both who call out: {@code payermax} asks upstream, {@code notification} tells merchants.
 * {@link io.quittance.http.outbound.JsonPost} posts JSON, with whatever {@link io.quittance.http.outbound.Headers} its caller
 * signs it by, and says what became of it in {@link io.quittance.http.outbound.Posted}. It knows nothing of what the bytes
 * mean.
 */
package io.quittance.http.outbound;
