/**
 * What merchants are owed, as persons see it and send it again, whatever kind of order it is about. How it is told is {@link
 * io.quittance.application.notification}'s matter. Start at {@link io.quittance.application.delivery.ResendDeliveries}.
 */
package io.quittance.application.delivery;
