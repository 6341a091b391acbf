/**
 * What we still have to tell merchants: {@link io.quittance.application.notification.NotificationOutbox} holds it, {@link
 * io.quittance.application.notification.DeliverNotification} makes one attempt.
 */
package io.quittance.application.notification;
