/**
 * What all calls and notifications of the protocol share: result codes, envelopes, times, and how a field is read or
 * refused. The shapes of single pages stand with their feature, as {@code capture.OperationWire}.
 */
package io.quittance.http.wire;
