/**
 * The secrets of an instance and the files they live in: {@link io.quittance.bootstrap.keys.KeyDirectory} for the
 * gateway's own, {@link io.quittance.bootstrap.keys.KeyFiles} for reading and writing any.
 */
package io.quittance.bootstrap.keys;
