package io.quittance.application.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Journal;
import io.quittance.application.store.LoggedLines;
import io.quittance.domain.text.Bytes;
import java.text.MessageFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The trial of an endpoint")
class EndpointTrialTest extends DeliveryScene {
    private static final Bytes TEST = Bytes.utf8("{\"test\":true}");

    private final EndpointTrial trial = new EndpointTrial((_, _, _) -> TEST, signature, endpoint, clock);

    @Test
    void is_one_signed_message_to_where_its_merchant_is_told() {
        endpoint.answer = ACKNOWLEDGED;

        TryEndpoint.Tried tried = trial.attempt(merchant, merchant.registered(), "Ada");

        assertEquals(new TryEndpoint.Tried(Dialect.ENVELOPED, ACKNOWLEDGED), tried);
        assertEquals(1, endpoint.sent.size());
        assertEquals(TEST, endpoint.sent.getFirst().body());
        assertEquals(merchant.notifyUrl(), endpoint.sent.getFirst().endpoint());
        assertTrue(endpoint.sent.getFirst().signed().sign().contains("over " + TEST.asUtf8()));
    }

    @Test
    void that_fails_is_kept_nowhere_and_owed_to_nobody() {
        List<Journal.Row> story = store.journal().story(about);
        List<Delivery> owed = due();

        trial.attempt(merchant, merchant.registered(), "Ada");

        assertEquals(story, store.journal().story(about));
        assertEquals(owed, due());
        assertEquals(1, endpoint.sent.size(), "and is not tried again");
    }

    @Test
    void says_that_there_is_nothing_to_sign_with_and_sends_nothing() {
        signature.away = true;

        TryEndpoint.Tried tried = trial.attempt(merchant, merchant.registered(), "Ada");

        assertEquals(new NotificationSender.Crowded("the token does not answer"), tried.attempt());
        assertEquals(List.of(), endpoint.sent);
    }

    @Test
    void is_logged_with_who_wanted_it_and_without_the_signature() {
        try (LoggedLines logged = new LoggedLines(EndpointTrial.class)) {
            trial.attempt(merchant, merchant.registered(), "Ada");

            String line = logged.all().stream()
                    .map(one -> MessageFormat.format(one.getMessage(), one.getParameters()))
                    .reduce("", String::concat);
            assertTrue(
                    line.contains("by Ada") && line.contains("status 500") && line.contains(merchant.app() + ""), line);
            assertFalse(line.contains("signature"), line);
        }
    }
}
