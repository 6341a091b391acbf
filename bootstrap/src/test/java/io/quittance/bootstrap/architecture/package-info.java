/** The shape of the product, as rules that a build checks. Start at {@link io.quittance.bootstrap.architecture.ArchitectureTest}. */
package io.quittance.bootstrap.architecture;
