/**
 * When keys were last used: {@link io.quittance.application.key.KeyUses}; and the keys that stored bodies are encrypted with: {@link
 * io.quittance.application.key.ChangeBodyKeys}. How all others change stands with what they belong to.
 */
package io.quittance.application.key;
