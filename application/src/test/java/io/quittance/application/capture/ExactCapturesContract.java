package io.quittance.application.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.Captures.Added;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamCaptureNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That {@link Captures} keep to the letter what they are given; a part of {@link CapturesContract}. */
public interface ExactCapturesContract {
    Store store();

    private Captures captures() {
        return store().captures();
    }

    private Added add(Capture capture) {
        return store().answer(() -> captures().add(capture));
    }

    private void replace(Capture next) {
        store().perform(() -> captures().replace(next));
    }

    private MerchantId merchant() {
        return Given.merchant(store()).id();
    }

    @Test
    default void keeps_ids_apart_that_differ_only_a_little() {
        MerchantId merchant = merchant();
        String id = Given.unique("Straße-é-");
        List<Capture> alike =
                alike(id).map(some -> Given.capture(merchant, "C" + some, some)).toList();

        alike.forEach(capture -> assertEquals(new Added.New(), add(capture), capture.toString()));

        for (Capture capture : alike) {
            assertEquals(Optional.of(capture), captures().find(merchant, capture.request()));
            assertEquals(Optional.of(capture), captures().find(capture.id()));
        }
    }

    private static Stream<String> alike(String id) {
        return Stream.of(
                id,
                id.toLowerCase(Locale.ROOT),
                id.toUpperCase(Locale.ROOT),
                id.replace("é", "e"),
                id.replace("é", "e\u0301"),
                id.replace("ß", "ss"),
                id.replace("-", " "),
                id.replace("-", "  "),
                id.replace("-", "\u00A0"),
                id.replace("-", ""),
                id + "\u200B",
                "0" + id);
    }

    @Test
    default void keeps_ids_of_all_the_characters_allowed_whatever_their_bytes() {
        String longest = Given.unique("");
        String characters = longest + "\uD83E\uDD8A".repeat(64 - longest.length());
        Capture capture = Capture.requested(
                new CaptureId(characters),
                merchant(),
                new RequestId(characters),
                new OutTradeNo("\uD83D\uDCB6".repeat(64)),
                Money.of("1", "EUR"),
                false,
                Given.NOON);

        assertEquals(new Added.New(), add(capture.numbered(new UpstreamCaptureNo(characters))));

        assertEquals(
                Optional.of(capture.numbered(new UpstreamCaptureNo(characters))),
                captures().find(capture.merchant(), capture.request()));
    }

    @Test
    default void keeps_every_amount_to_the_last_digit() {
        MerchantId merchant = merchant();
        List<Money> amounts = Stream.of(
                        "0", "1", "100.5", "0.00000001", "9".repeat(30) + ".99999999", "1" + "0".repeat(29))
                .map(text -> Money.of(text, "JPY"))
                .toList();

        for (Money amount : amounts) {
            Capture capture = Given.capture(merchant);
            Capture with = Capture.requested(
                    capture.id(), merchant, capture.request(), capture.order(), amount, true, Given.NOON);
            add(with);
            assertEquals(Optional.of(with), captures().find(with.id()));
        }
    }

    @Test
    default void keeps_every_state_with_all_that_it_holds() {
        Failure longest = new Failure("F".repeat(64), "\uD83D\uDE41".repeat(256));
        Capture capture = Given.capture(merchant());
        List<Capture> states = List.of(
                capture,
                capture.numbered(new UpstreamCaptureNo("UP-1")),
                Given.succeeded(capture),
                Given.succeeded(capture).numbered(new UpstreamCaptureNo("UP-2")),
                Given.failed(capture, new Failure("PAYMENT_FAILED", "")),
                Given.failed(capture, longest));
        add(capture);

        for (Capture state : states) {
            replace(state);
            assertEquals(Optional.of(state), captures().find(capture.id()));
            assertEquals(Optional.of(state), captures().find(capture.merchant(), capture.request()));
        }
    }

    @Test
    default void keeps_a_capture_that_is_new_and_has_ended_already() {
        Capture adopted =
                Given.failed(Given.capture(merchant()), new Failure("X", "y")).numbered(new UpstreamCaptureNo("UP-3"));

        add(adopted);

        assertEquals(Optional.of(adopted), captures().find(adopted.id()));
    }

    @Test
    default void keeps_times_to_the_millisecond() {
        MerchantId merchant = merchant();
        List<String> times = List.of(
                "2026-03-01T12:00:00Z",
                "2026-03-01T12:00:00.001Z",
                "2026-03-29T01:30:00.999Z", // where Europe has no half past two
                "2026-10-25T00:30:00.500Z", // where Europe has it twice
                "1999-12-31T23:59:59.999Z");
        for (String time : times) {
            Instant at = Instant.parse(time);
            Capture some = Given.capture(merchant);
            Capture capture =
                    Capture.requested(some.id(), merchant, some.request(), some.order(), some.amount(), false, at);
            add(capture);
            assertEquals(Optional.of(capture), captures().find(capture.id()));
        }
    }
}
