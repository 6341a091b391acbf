/** Where a unit of work begins and ends. */
package io.quittance.application.transaction;
