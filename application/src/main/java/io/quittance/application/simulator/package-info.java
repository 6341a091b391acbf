/** What the built-in far end keeps: {@link io.quittance.application.simulator.SimulatedOrders}. */
package io.quittance.application.simulator;
