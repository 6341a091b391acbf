/** How lines of the log are written: named in {@code logback.xml}, and known by nobody else. */
package io.quittance.bootstrap.logging;
