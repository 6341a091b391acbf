/** Bodies at rest: {@link io.quittance.persistence.encryption.BodyCipher}. */
package io.quittance.persistence.encryption;
