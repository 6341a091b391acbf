/**
 * What persons see of orders, read from the tables of all kinds: {@link io.quittance.persistence.story.JdbcSummaries} how each
 * stands, {@link io.quittance.persistence.story.JdbcOutstanding} what is still to be done about it. Nothing is written here.
 */
package io.quittance.persistence.story;
