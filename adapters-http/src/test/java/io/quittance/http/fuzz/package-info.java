/** Holds what reads bytes of strangers against inputs that a fuzzer makes: {@code docs/security.md} has the command. */
package io.quittance.http.fuzz;
