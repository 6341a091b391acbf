/**
 * How long orders are kept, and how old ones are let go, with their stories: start at {@link
 * io.quittance.application.retention.ForgetOldOrders}.
 */
package io.quittance.application.retention;
