package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.removal.OpenMatters.Open;
import io.quittance.application.removal.RemoveMerchant;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.store.Store;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.guard.Guard;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.signing.NewKeys;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import io.quittance.http.simulator.SimulatorAccountForm;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The hosts of a registered app")
class ChangedHostsTest {
    private static final KeyPair OWN = Rsa.newPair();
    private static final KeyPair GATEWAY = Rsa.newPair();
    private static final ByWhom BY = new ByWhom("Ada", "they asked");

    private final HandClock clock = new HandClock(Given.NOON);
    private final Store store = InMemoryStore.at(clock);
    private final Apps apps = new RegisteredApps(
            store.merchants(),
            store.accounts(),
            true,
            new NotifyUrls(Guard.OPERATORS),
            new NewKeys(new KnownKeys(
                    () -> List.of(GATEWAY.getPublic()), Optional::empty, List::of, List::of, store.merchants())),
            clock,
            new AccountChanges(store.accounts(), List.of(new SimulatorAccountForm())),
            new RemoveMerchant(store.merchants(), _ -> new Open(Map.of(), 0, 0, 0)),
            (_, _) -> false);

    @BeforeEach
    void register() {
        apps.add(new AppForm(
                "A1", "M1", Pem.writePublic(OWN.getPublic()), "https://shop.example/n", "v2", Optional.empty()));
    }

    @Test
    void let_its_requests_name_other_hosts_in_place_of_those_before() {
        assertEquals(List.of("b.example", "c.example"), hosts(List.of("C.example", "b.example")));
        assertEquals(List.of("*"), hosts(List.of("*")));
        assertEquals(List.of(), hosts(List.of()));
        assertEquals(
                "The hosts cannot be used: 'https://b.example' (expected: names or addresses without a port, with"
                        + " commas between, as hooks.shop.example; or * for any; or none).",
                assertThrows(Trouble.class, () -> hosts(List.of("https://b.example")))
                        .getMessage());
    }

    private List<String> hosts(List<String> wanted) {
        AppChange change = new AppChange(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Optional.of(wanted));
        AppCard card = apps.change("A1", change, BY).app();
        assertEquals(card, AppsWire.card(AppsWire.write(card).toArray()));
        return card.hosts();
    }
}
