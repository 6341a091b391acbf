/**
 * Requests of APIs that we do not understand, passed on to upstream while the merchant waits: {@code RelayRequest}.
 * What was asked and answered stands in the journal.
 */
package io.quittance.application.relay;
