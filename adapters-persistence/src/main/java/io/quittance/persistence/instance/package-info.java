/** Which keys belong to this database: {@link io.quittance.persistence.instance.JdbcInstanceKeys}. */
package io.quittance.persistence.instance;
