/** The ports that remember, in SQL. */
package io.quittance.persistence;
