/**
 * What persons do where Quittance cannot know: they ask upstream again, or end an order on their own word. Start at {@link
 * io.quittance.application.repair.RepairOrder}.
 */
package io.quittance.application.repair;
