/**
 * The connection to the database: opened, checked and migrated by {@link io.quittance.persistence.database.Database},
 * used through {@link io.quittance.persistence.database.Sql}. MySQL, MariaDB and the embedded H2 differ only in here. What
 * a row is made of is said in {@link io.quittance.persistence.database.Columns}.
 */
package io.quittance.persistence.database;
