/**
 * Captures and cancels on the wire, both ways on both faces: {@link io.quittance.http.capture.OperationWire} owns the
 * shapes of PayerMax's pages on them, {@link io.quittance.http.capture.OperationPage} the names that differ. Outside this
 * package nobody says {@code captureNo}.
 */
package io.quittance.http.capture;
