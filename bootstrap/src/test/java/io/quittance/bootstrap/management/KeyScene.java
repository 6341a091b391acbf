package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.key.BodyKey;
import io.quittance.application.key.ChangeBodyKeys;
import io.quittance.application.key.InMemoryBodyKeys;
import io.quittance.application.key.InMemoryGatewayKeys;
import io.quittance.application.key.InMemoryKeyUses;
import io.quittance.application.key.InMemoryStoredBodies;
import io.quittance.application.key.KeyUses;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.store.Store;
import io.quittance.bootstrap.keys.GatewayPairs;
import io.quittance.bootstrap.keys.HeldBodyKeys;
import io.quittance.bootstrap.keys.KeyDirectory;
import io.quittance.bootstrap.keys.PublishedKeys;
import io.quittance.bootstrap.keys.SecretFile;
import io.quittance.bootstrap.management.Keys.Outcome;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.payermax.PayerMaxAccountForm;
import io.quittance.http.signing.NewKeys;
import io.quittance.http.signing.Rsa;
import io.quittance.http.simulator.SimulatorAccountForm;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodySecret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.function.Executable;

/** All keys over the twins, with a clock that is moved by hand. */
final class KeyScene {
    static final KeyPair GATEWAY = Rsa.newPair();
    static final ByWhom BY = new ByWhom("Ada", "once a year");

    final HandClock clock = new HandClock(Given.NOON);
    final Store store = InMemoryStore.at(clock);
    final KeyUses uses = new KeyUses(new InMemoryKeyUses(), clock);
    final InMemoryGatewayKeys gatewayKeys = new InMemoryGatewayKeys();
    final GatewayPairs gateway;
    final NewKeys newKeys;
    final AccountChanges changes;
    final Keys keys;
    final InMemoryBodyKeys bodyKeys = new InMemoryBodyKeys();
    BodyCipher cipher;
    HeldBodyKeys held;

    /** @param folder where the gateway's public keys are published */
    KeyScene(Path folder) {
        gateway = new GatewayPairs(GATEWAY, gatewayKeys, Supplier::get, new PublishedKeys(folder), clock);
        newKeys = new NewKeys(new KnownKeys(
                () -> gateway.all().stream().map(GatewayPairs.Pair::open).toList(),
                Optional::empty,
                List::of,
                List::of,
                store.merchants()));
        changes = new AccountChanges(
                store.accounts(), List.of(new PayerMaxAccountForm(newKeys), new SimulatorAccountForm()));
        keys = new RegisteredKeys(
                store.merchants(),
                store.accounts(),
                changes,
                newKeys,
                uses,
                new OwnKeys(gateway, bodies(folder), newKeys, clock),
                clock);
    }

    /** One instance with one body key, in a file of that folder. */
    private BodyKeyDesk bodies(Path folder) {
        SecretFile file = KeyDirectory.bodyKeys(folder, Optional.empty());
        if (!Files.exists(file.path())) {
            KeyDirectory.open(folder, Optional.empty(), Optional.empty(), Optional.empty());
        }
        List<BodySecret> keys = file.read().stream().map(BodySecret::of).toList();
        cipher = new BodyCipher(keys, new SecureRandom());
        held = new HeldBodyKeys(file, cipher, bodyKeys);
        bodyKeys.keep(BodyKey.first(cipher.keyId(), Given.DEED));
        return new BodyKeyDesk(
                held,
                bodyKeys,
                new ChangeBodyKeys(bodyKeys, Supplier::get, clock),
                new InMemoryStoredBodies(),
                Duration.ofMillis(300));
    }

    /** Why that is refused. */
    static String said(Executable wish) {
        return assertThrows(Trouble.class, wish).getMessage();
    }

    static List<String> states(Outcome outcome) {
        return outcome.keys().stream()
                .map(one -> one.sort().map(sort -> sort + " ").orElse("") + one.state())
                .toList();
    }
}
