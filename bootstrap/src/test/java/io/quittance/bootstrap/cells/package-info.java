/**
 * No part of the product: what docs/scaling.md says about many databases is calculated here. Start at {@link
 * io.quittance.bootstrap.cells.CellSimulation}.
 */
package io.quittance.bootstrap.cells;
