/**
 * What persons do about discrepancies: they look at what was told and what we hold, close what is settled, and adopt what a
 * message says where the order's state machine lets it. Start at {@link
 * io.quittance.application.discrepancy.EndDiscrepancy}.
 */
package io.quittance.application.discrepancy;
