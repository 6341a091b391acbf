package io.quittance.http.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.notification.Dialect;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.payout.LegacyPayoutWire;
import io.quittance.http.wire.Refusal;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A test message")
class WireTestMessagesTest {
    private final Merchant merchant = Given.merchant(InMemoryStore.at(new HandClock(Given.NOON)));

    private Bytes written(Dialect dialect) {
        return new WireTestMessages().message(merchant, dialect, Given.NOON);
    }

    private Json.Obj read(Dialect dialect) throws JsonFault {
        return assertInstanceOf(Json.Obj.class, JsonReader.read(written(dialect).toArray()));
    }

    private static String text(Json.Obj message, String field) {
        return assertInstanceOf(Json.Str.class, message.field(field).orElseThrow())
                .value();
    }

    @Test
    void says_in_the_envelope_that_it_is_one_and_of_no_order() throws JsonFault {
        Json.Obj message = read(Dialect.ENVELOPED);

        assertEquals("ENDPOINT_TEST", text(message, "notifyType"));
        assertEquals("ENDPOINT_TEST", text(message, "code"), "who reads the code alone takes it for no success");
        assertEquals(merchant.app().value(), text(message, "appId"));
        Json.Obj data = assertInstanceOf(Json.Obj.class, message.field("data").orElseThrow());
        assertEquals(Set.of("test"), data.fields().keySet());
    }

    @Test
    void is_no_payout_in_the_older_form() throws JsonFault {
        Json.Obj message = read(Dialect.LEGACY);

        assertEquals(
                Set.of("test", "responseCode", "responseMsg"), message.fields().keySet());
        assertFalse(LegacyPayoutWire.order(message).isPresent());
        assertThrows(Refusal.class, () -> LegacyPayoutWire.read(message, written(Dialect.LEGACY), "key", Given.NOON));
    }
}
