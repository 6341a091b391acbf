package io.quittance.domain.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The places that a merchant is told at")
class ToldPlacesTest {
    private static final Set<Topic> PAYOUTS = Set.of(Topic.PAYOUT);

    private static Endpoint further(long number, String name, Set<Topic> topics, boolean exclusive) {
        return further(number, name, topics, exclusive, Optional.empty());
    }

    private static Endpoint further(
            long number, String name, Set<Topic> topics, boolean exclusive, Optional<Instant> removedAt) {
        return new Endpoint(
                EndpointId.further(number),
                name,
                URI.create("https://" + name + ".example/"),
                PayoutDialect.LEGACY,
                topics,
                exclusive,
                removedAt);
    }

    private static Merchant with(Endpoint... endpoints) {
        return new Merchant(
                new MerchantId(7),
                new AppId("app"),
                new MerchantNo("no"),
                true,
                URI.create("https://merchant.example/notify"),
                PayoutDialect.V2,
                List.of(),
                List.of(endpoints),
                Optional.empty(),
                NotifyHosts.REGISTERED);
    }

    private static List<String> told(Merchant merchant, Topic topic, boolean elsewhere) {
        return merchant.told(topic, elsewhere).stream().map(Endpoint::name).toList();
    }

    @Test
    void are_its_registered_address_alone_at_first() {
        Stream.of(Topic.values()).forEach(topic -> {
            assertEquals(List.of("registered"), told(with(), topic, false));
            assertEquals(List.of("registered"), told(with(), topic, true));
        });
    }

    @Test
    void are_those_beside_it_that_are_told_of_that() {
        Merchant merchant = with(
                further(1, "books", PAYOUTS, false),
                further(2, "gone", PAYOUTS, true, Optional.of(Instant.EPOCH)),
                further(3, "all", Endpoint.ALL_TOPICS, false));

        assertEquals(List.of("registered", "books", "all"), told(merchant, Topic.PAYOUT, false));
        assertEquals(List.of("registered", "all"), told(merchant, Topic.CAPTURE, false));
    }

    @Test
    void are_not_the_registered_one_where_another_is_told_alone_unless_the_order_names_its_own() {
        Merchant merchant = with(further(1, "books", PAYOUTS, true), further(2, "all", Endpoint.ALL_TOPICS, false));

        assertEquals(List.of("books", "all"), told(merchant, Topic.PAYOUT, false));
        assertEquals(List.of("registered", "all"), told(merchant, Topic.PAYOUT, true));
        assertEquals(List.of("registered", "all"), told(merchant, Topic.CAPTURE, false));
    }

    @Test
    void are_found_by_their_numbers_also_when_they_were_removed() {
        Endpoint gone = further(7, "books", PAYOUTS, false, Optional.of(Instant.EPOCH));
        Merchant merchant = with(gone);

        assertEquals(Optional.of(gone), merchant.endpoint(EndpointId.further(7)));
        assertEquals(Optional.empty(), merchant.endpoint("books"));
        Endpoint there = further(8, "books", PAYOUTS, false);
        assertEquals(Optional.of(there), with(gone, there).endpoint("books"));
        assertEquals(Optional.of(merchant.registered()), merchant.endpoint(EndpointId.registered(new MerchantId(7))));
        assertEquals(Optional.empty(), merchant.endpoint(EndpointId.registered(new MerchantId(8))));
    }

    @Test
    void never_have_the_number_of_another() {
        assertEquals(-7, EndpointId.further(7).value());
        assertEquals(7, EndpointId.further(7).number());
        assertTrue(EndpointId.registered(new MerchantId(7)).isRegistered());
        assertFalse(EndpointId.further(7).isRegistered());
        assertFalse(EndpointId.NEW.isRegistered());
        assertThrows(IllegalStateException.class, EndpointId.NEW::number);
        assertThrows(IllegalArgumentException.class, () -> EndpointId.further(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a b", "ä", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void have_names_that_go_into_a_path_and_a_line(String name) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Endpoint(
                        EndpointId.NEW,
                        name,
                        URI.create("https://a.example/"),
                        PayoutDialect.V2,
                        PAYOUTS,
                        false,
                        Optional.empty()));
    }

    @Test
    void are_told_of_something() {
        assertThrows(IllegalArgumentException.class, () -> further(1, "books", Set.of(), false));
    }
}
