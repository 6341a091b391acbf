/**
 * What operators see on the management port: health, metrics, and the registered apps. {@link
 * io.quittance.bootstrap.management.Apps} is what the command line asks, of the running service or of the database.
 */
package io.quittance.bootstrap.management;
