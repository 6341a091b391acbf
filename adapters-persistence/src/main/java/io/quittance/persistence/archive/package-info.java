/**
 * All that a database holds, as one moment had it: written to a file while the service runs, read back into an empty one of
 * any kind, or carried straight from one to the other. Start at {@link io.quittance.persistence.archive.Archive}.
 */
package io.quittance.persistence.archive;
