/** What stops a command, said so that a person can set it right: {@link io.quittance.bootstrap.trouble.Trouble}. */
package io.quittance.bootstrap.trouble;
