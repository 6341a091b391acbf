/**
 * What merchants are owed, as persons see it: {@link io.quittance.persistence.delivery.JdbcOwedDeliveries} reads the table {@code
 * delivery}, and writes nothing.
 */
package io.quittance.persistence.delivery;
