/**
 * The fault harness: instances as processes, one database, a scripted upstream and scripted receivers, and lines between
 * them that fail as a seed says; afterwards a judge who reads only what the outside saw, and the tables. Start at {@link
 * io.quittance.bootstrap.faults.FaultRun}; how to run it long is told in docs/reliability.md.
 */
package io.quittance.bootstrap.faults;
