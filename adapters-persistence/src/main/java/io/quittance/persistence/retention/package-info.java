/** Old orders, and all that hangs on them, in SQL: start at {@link io.quittance.persistence.retention.JdbcOldOrders}. */
package io.quittance.persistence.retention;
