/**
 * Calls out to merchants: tells them what we owe them. {@link io.quittance.http.notification.HttpNotificationSender} posts
 * by {@code outbound} and judges the answer, {@link io.quittance.http.notification.RsaGatewaySignature} signs. What they
 * ask comes in by {@code north}.
 */
package io.quittance.http.notification;
