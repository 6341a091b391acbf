/** Who is at the other end: the address that a request comes from, also behind {@link io.quittance.http.peer.Proxies}. */
package io.quittance.http.peer;
