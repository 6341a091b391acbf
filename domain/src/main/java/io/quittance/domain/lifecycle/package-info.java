/** What every order has in common: it moves, stays or refuses, and a failure has a reason. */
package io.quittance.domain.lifecycle;
