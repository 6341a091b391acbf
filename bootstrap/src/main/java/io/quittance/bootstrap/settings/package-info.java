/**
 * How an instance is set up: {@link io.quittance.bootstrap.settings.Settings}, read from environment variables and {@code
 * application.yml}. Knows nothing of what the settings are used for.
 */
package io.quittance.bootstrap.settings;
