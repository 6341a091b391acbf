/**
 * Tells merchants what we owe them: {@link io.quittance.http.notification.HttpNotificationSender} posts and judges the
 * answer, {@link io.quittance.http.notification.RsaGatewaySignature} signs.
 */
package io.quittance.http.notification;
