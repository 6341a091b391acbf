/** For which API the bytes of requests count, in SQL: {@link io.quittance.persistence.request.JdbcSpentRequests}. */
package io.quittance.persistence.request;
