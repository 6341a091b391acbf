/** When a merchant is told again: the schedule of a message that was not acknowledged. */
package io.quittance.domain.notification;
