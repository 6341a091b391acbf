/** What we still have to ask of upstream: {@link io.quittance.application.errand.Errands}, and who runs it. */
package io.quittance.application.errand;
