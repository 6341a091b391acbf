/**
 * Authorizations and what may be done with them ({@code Holds}), payments as upstream tells of them ({@code
 * RelayPayment}). Captures and cancels build on it; it does not know them.
 */
package io.quittance.application.authorization;
