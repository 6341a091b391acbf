/**
 * All encrypted bodies, whatever table they are in, and the keys that they are encrypted with: start with {@link
 * io.quittance.persistence.bodies.JdbcStoredBodies}. The tables are told by those whose they are.
 */
package io.quittance.persistence.bodies;
