/**
 * What holds for the whole HTTP server, before and behind the controllers: its limits, and what it says when no
 * controller was reached.
 */
package io.quittance.http.server;
