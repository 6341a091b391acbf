/**
 * What signed requests were used for: a merchant's signature covers the body and not the address, so {@link
 * io.quittance.application.request.SpentRequests} keeps for which API the bytes count.
 */
package io.quittance.application.request;
