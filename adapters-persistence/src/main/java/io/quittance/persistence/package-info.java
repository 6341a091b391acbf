/**
 * The ports that remember, in SQL: on MySQL, on MariaDB, or in files beside the gateway (H2). The tables are in {@code
 * schema/V1__baseline.sql}; the hot path is JDBC written by hand, merchants are read by Micronaut Data.
 *
 * <p>How to plug it in: {@link io.quittance.persistence.database.Database#open} gives the one {@link
 * io.quittance.persistence.database.Database}; its {@code sql()} goes into {@link
 * io.quittance.persistence.transaction.JdbcTransactions} and into every {@code Jdbc...} adapter, which so take part in
 * the transaction that goes on around them. Those that store bodies also take the one {@link
 * io.quittance.persistence.encryption.BodyCipher}.
 *
 * <p>{@link io.quittance.persistence.merchant.JdbcMerchants} is a bean that Micronaut makes by itself, out of two other
 * beans: that {@code BodyCipher}, and {@code database.dataSource()} as a {@code javax.sql.DataSource} named {@code default}.
 * Micronaut Data looks for settings of that name, so there must be one: {@code datasources.default.dialect = MYSQL}.
 *
 * <p>Knows {@code application} and {@code domain}, never HTTP.
 */
package io.quittance.persistence;
