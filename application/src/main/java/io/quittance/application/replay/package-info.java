/**
 * What the present build would decide of what upstream has told before: each message is read and applied anew, in the order
 * in which it came, and compared with what was decided then. Nothing is changed. Start at {@link
 * io.quittance.application.replay.ReplayOrders}.
 */
package io.quittance.application.replay;
