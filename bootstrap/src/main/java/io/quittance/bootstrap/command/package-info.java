/**
 * The command line: {@link io.quittance.bootstrap.command.Commands} and one class for each command. A command reads its
 * options, asks others to do the work and prints what came of it.
 */
package io.quittance.bootstrap.command;
