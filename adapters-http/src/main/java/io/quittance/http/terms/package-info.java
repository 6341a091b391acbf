/**
 * What holds between us and one other side over TLS: whom we believe there, and what we show ourselves by. {@link
 * io.quittance.http.terms.NewTerms} judges what a person registers, {@link io.quittance.http.terms.TlsTerms} is what is kept of it and
 * spoken by.
 */
package io.quittance.http.terms;
