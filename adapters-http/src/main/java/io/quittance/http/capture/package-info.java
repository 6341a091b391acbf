/**
 * Captures on the wire, both ways on both faces: {@link io.quittance.http.capture.CaptureWire} owns the shapes of
 * PayerMax's pages "Capture" and "Capture Notifications". Outside this package nobody says {@code captureNo}.
 */
package io.quittance.http.capture;
