/**
 * The built-in far end, so that the whole round trip runs on a laptop: {@link
 * io.quittance.http.simulator.SimulatorOperationAcquirer} takes captures and cancels, {@link io.quittance.http.simulator.SimulatorNotifier}
 * tells their results over real HTTP to our own callback endpoints, signed with the simulator's own key. There is one
 * way in for results, whoever settles.
 */
package io.quittance.http.simulator;
