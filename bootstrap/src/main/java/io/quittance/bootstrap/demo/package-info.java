/**
 * The demo merchant, present while the simulator settles: its keys in {@link io.quittance.bootstrap.demo.DemoFolder}, its
 * endpoint in {@link io.quittance.bootstrap.demo.DemoMerchantController}, its purchase in {@link
 * io.quittance.bootstrap.demo.DemoRound}.
 */
package io.quittance.bootstrap.demo;
