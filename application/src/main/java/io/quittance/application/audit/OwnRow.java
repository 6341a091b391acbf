package io.quittance.application.audit;

import java.util.Objects;
import java.util.Optional;

/**
 * What an order's own row says that its journal says as well. Texts as they stand in the table, whatever was done to it.
 *
 * @param state empty for what was only passed on
 * @param amount with its currency, as {@code 10.00 USD}
 * @param subject of a cancel the authorized order, of a request that was passed on the API, of news their topic
 * @param upstream what upstream calls it, where reports tell that
 * @param overdue whether it waits for a person as overdue
 */
public record OwnRow(
        Optional<String> state,
        Optional<String> amount,
        Optional<String> subject,
        Optional<String> upstream,
        boolean overdue) {
    public OwnRow {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(upstream, "upstream");
    }
}
