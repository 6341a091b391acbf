/** What we ask of upstream and the five kinds of answer it gives: {@link io.quittance.application.upstream.Acquirer}. */
package io.quittance.application.upstream;
