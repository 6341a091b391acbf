/** When keys were last used: {@link io.quittance.application.key.KeyUses}. How they change stands with what they belong to. */
package io.quittance.application.key;
