/**
 * Persons who want to be forgotten: where they are named, and how what orders hold of them is removed. Start at {@link
 * io.quittance.application.erasure.ForgetPersons}.
 */
package io.quittance.application.erasure;
