/** What every order has in common: it moves, stays or refuses, a failure has a reason, and nothing comes before its cause. */
package io.quittance.domain.lifecycle;
