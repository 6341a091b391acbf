/**
 * What persons changed at what is registered, in the table {@code registration_change}: start at {@link
 * io.quittance.persistence.registration.JdbcChanges}.
 */
package io.quittance.persistence.registration;
