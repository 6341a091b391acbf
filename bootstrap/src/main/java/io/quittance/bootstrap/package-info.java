/** Where everything is wired and started; begin with {@link io.quittance.bootstrap.Main}. */
package io.quittance.bootstrap;
