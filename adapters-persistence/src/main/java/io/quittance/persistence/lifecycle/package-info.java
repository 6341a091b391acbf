/**
 * How orders of any kind are kept: {@link io.quittance.persistence.lifecycle.JdbcOrders} writes all statements, from what
 * an {@link io.quittance.persistence.lifecycle.OrderTable} says of the kind. A kind's {@code Row} says it; a new field
 * is one line among its columns, one where it is read, and one in the schema.
 */
package io.quittance.persistence.lifecycle;
