/**
 * The public port's own TLS: {@link io.quittance.http.tls.TlsFiles} reads and judges the pair, {@link
 * io.quittance.http.tls.FreshCertificate} hands it to the server and takes a changed one.
 */
package io.quittance.http.tls;
