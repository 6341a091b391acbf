/** All that speaks HTTP: both faces of the protocol, its signatures and its clients. */
package io.quittance.http;
