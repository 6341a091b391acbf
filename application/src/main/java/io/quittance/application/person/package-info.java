/** Who does by hand what no rule does: {@link io.quittance.application.person.Hand}. Knows no feature. */
package io.quittance.application.person;
