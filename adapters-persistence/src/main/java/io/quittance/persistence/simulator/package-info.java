/** The built-in far end's memory: {@link io.quittance.persistence.simulator.JdbcSimulatedOrders}. */
package io.quittance.persistence.simulator;
