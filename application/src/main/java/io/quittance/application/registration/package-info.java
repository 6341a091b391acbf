/**
 * What persons change at what is registered, kept with who did it, when and why: a {@link
 * io.quittance.application.registration.Deed} and its {@link io.quittance.application.registration.FieldChange}s.
 */
package io.quittance.application.registration;
