/**
 * Messages that we owe, in the table {@code delivery}; their bytes stand in the journal. Start at {@link
 * io.quittance.persistence.notification.JdbcOutbox}.
 */
package io.quittance.persistence.notification;
