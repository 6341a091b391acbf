/** The real server for the tests of both faces, and clients that may say anything to it. */
package io.quittance.http.live;
