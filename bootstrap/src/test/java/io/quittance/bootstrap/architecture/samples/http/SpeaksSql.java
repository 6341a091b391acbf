package io.quittance.bootstrap.architecture.samples.http;

import java.sql.Connection;

/** Tables are none of the wire's business. */
public record SpeaksSql(Connection connection) {}
