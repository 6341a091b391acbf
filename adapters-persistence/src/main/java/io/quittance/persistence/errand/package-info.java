/** The queue of errands in the table {@code errand}: {@link io.quittance.persistence.errand.JdbcErrands}. */
package io.quittance.persistence.errand;
