package io.quittance.bootstrap.management;

import static io.quittance.bootstrap.management.KeyScene.BY;
import static io.quittance.bootstrap.management.KeyScene.GATEWAY;
import static io.quittance.bootstrap.management.KeyScene.said;
import static io.quittance.bootstrap.management.KeyScene.states;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.key.GatewayKeys.Kept;
import io.quittance.application.notification.GatewaySignature;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.bootstrap.keys.GatewayPairs;
import io.quittance.bootstrap.management.Keys.KeyCard;
import io.quittance.bootstrap.management.Keys.NewKey;
import io.quittance.bootstrap.management.Keys.Outcome;
import io.quittance.bootstrap.management.Keys.Whose;
import io.quittance.domain.text.Bytes;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The registered keys of the gateway")
class RegisteredGatewayKeysTest {
    private static final KeyPair YOUNG = Rsa.newPair();
    private static final Whose OURS = new Whose(Keys.GATEWAY, Optional.empty());

    @TempDir
    private static Path folder;

    private final KeyScene scene = new KeyScene(folder);
    private final HandClock clock = scene.clock;
    private final GatewayPairs gateway = scene.gateway;
    private final Keys keys = scene.keys;

    private static NewKey made(String from) {
        return new NewKey(Optional.empty(), "", Optional.of(from));
    }

    @Test
    void change_with_an_overlap() {
        String old = Rsa.keyId(GATEWAY.getPublic());

        Outcome added = keys.add(OURS, made("14d"), BY);
        String young = added.keys().getLast().id();

        assertEquals(List.of("counting", "waiting"), states(added));
        assertEquals(
                Optional.of(Given.NOON + " by Ada: once a year"),
                added.keys().getLast().changed());
        assertEquals(old, gateway.keyId());
        clock.move(Duration.ofDays(14));
        assertEquals(young, gateway.keyId());
        Bytes body = Bytes.utf8("{}");
        assertTrue(gateway.open().stream()
                .anyMatch(key -> Rsa.verify(key, body, gateway.sign(body).sign())));
        assertEquals(2, gateway.open().size(), "the old one is not over yet");

        keys.retire(OURS, old, "7d", BY);
        clock.move(Duration.ofDays(7));
        assertEquals(1, gateway.open().size());
        assertEquals(
                List.of("ended", "counting"),
                keys.list(Optional.of(Keys.GATEWAY), Optional.empty()).stream()
                        .map(KeyCard::state)
                        .toList());
    }

    @Test
    void end_at_the_time_that_was_said_last_and_a_span_counts_from_when_it_is_said() {
        String old = Rsa.keyId(GATEWAY.getPublic());
        keys.add(OURS, made("1h"), BY);
        keys.retire(OURS, old, "1d", BY);
        clock.move(Duration.ofHours(2));
        String end = Given.NOON.plus(Duration.ofDays(1)).toString();

        assertFalse(keys.retire(OURS, old, end, BY).changed());
        Outcome again = keys.retire(OURS, old, "1d", BY);

        assertTrue(again.changed());
        assertEquals(
                Optional.of(Given.NOON.plus(Duration.ofHours(26)).toString()),
                again.keys().getFirst().until());
    }

    /** By when they begin to sign, the new one is not the last. */
    @Test
    void tell_which_one_is_new_where_a_later_one_waits() {
        keys.add(OURS, made("14d"), BY);
        List<KeyCard> before = keys.list(Optional.of(Keys.GATEWAY), Optional.empty());

        Outcome added = keys.add(OURS, made("5s"), BY);

        KeyCard young = added.addedTo(before).orElseThrow();
        assertEquals(List.of("counting", "waiting", "waiting"), states(added));
        assertEquals(added.keys().get(1), young);
        clock.move(Duration.ofSeconds(5));
        assertEquals(young.id(), gateway.keyId());
        assertEquals(Optional.empty(), added.addedTo(added.keys()));
    }

    @Test
    void are_made_elsewhere_or_here() {
        NewKey given = new NewKey(Optional.empty(), Pem.writePrivate(YOUNG.getPrivate()), Optional.of("1d"));

        assertTrue(keys.add(OURS, given, BY).changed());
        assertFalse(keys.add(OURS, given, BY).changed());
        assertEquals(
                "public key, as it is the gateway's own (expected: one that nobody else signs with)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> scene.newKeys.readPublic(Pem.writePublic(YOUNG.getPublic())))
                        .getMessage());
    }

    @Test
    void may_stay_where_they_are() throws IOException {
        Path file = Files.writeString(folder.resolve("held.pem"), Pem.writePrivate(YOUNG.getPrivate()));
        String young = Rsa.keyId(YOUNG.getPublic());
        Bytes body = Bytes.utf8("{}");

        keys.add(OURS, new NewKey(Optional.empty(), "file:" + file, Optional.of("1d")), BY);
        clock.move(Duration.ofDays(1));

        assertEquals(
                Optional.of(Bytes.utf8("file:" + file)),
                scene.gatewayKeys.all().getLast().secret());
        assertEquals(young, gateway.keyId());
        assertTrue(Rsa.verify(YOUNG.getPublic(), body, gateway.sign(body).sign()));
        assertEquals(
                List.of("the gateway's key " + young.substring(0, 16) + " HeldKey[file:" + file + "]"),
                gateway.elsewhere().stream()
                        .map(use -> use.whose() + " " + use.key())
                        .toList());
    }

    @Test
    void leave_it_to_an_older_one_where_they_cannot_be_had() throws IOException {
        String old = Rsa.keyId(GATEWAY.getPublic());
        Path file = Files.writeString(folder.resolve("gone.pem"), Pem.writePrivate(YOUNG.getPrivate()));
        keys.add(OURS, new NewKey(Optional.empty(), "file:" + file, Optional.of("1d")), BY);
        clock.move(Duration.ofDays(1));
        Kept young = scene.gatewayKeys.all().getLast();
        Bytes nowhere = Bytes.utf8("file:" + folder.resolve("none.pem"));
        scene.gatewayKeys.keep(new Kept(young.id(), young.open(), Optional.of(nowhere), young.term(), young.last()));
        clock.move(Duration.ofSeconds(1));

        assertEquals(old, gateway.keyId());
        assertTrue(Rsa.verify(
                GATEWAY.getPublic(),
                Bytes.utf8("{}"),
                gateway.sign(Bytes.utf8("{}")).sign()));

        keys.retire(OURS, old, "1s", BY);
        clock.move(Duration.ofSeconds(2));
        String why = assertThrows(GatewaySignature.Unavailable.class, () -> gateway.sign(Bytes.utf8("{}")))
                .getMessage();
        assertTrue(why.startsWith("there is no usable private key at file:" + folder.resolve("none.pem")), why);
    }

    @Test
    void are_refused_where_they_cannot_be_had_and_leave_no_trace() {
        Path none = folder.resolve("nowhere.pem");

        assertEquals(
                "The key holds no usable private key at file:" + none + ", as the file " + none
                        + " cannot be read (expected: one that is there and may be read).",
                said(() -> keys.add(OURS, new NewKey(Optional.empty(), "file:" + none, Optional.of("1d")), BY)));
        assertEquals(List.of(), scene.gatewayKeys.all());
    }

    @Test
    void are_moved_to_where_they_are_kept_and_back_while_they_sign() throws IOException {
        String text = Pem.writePrivate(YOUNG.getPrivate());
        Path file = Files.writeString(folder.resolve("moved.pem"), text);
        String young = Rsa.keyId(YOUNG.getPublic());
        Bytes body = Bytes.utf8("{}");
        keys.add(OURS, new NewKey(Optional.empty(), text, Optional.of("1d")), BY);
        clock.move(Duration.ofDays(1));
        ByWhom by = new ByWhom("Grace", "the HSM is there");

        Outcome moved = keys.move(OURS, young.substring(0, 16), "file:" + file, by);

        assertTrue(moved.changed());
        assertEquals(
                List.of(Optional.of("key file"), Optional.of("file:" + file)),
                moved.keys().stream().map(KeyCard::kept).toList());
        assertEquals(
                Optional.of(clock.instant() + " by Grace: the HSM is there"),
                moved.keys().getLast().changed());
        assertEquals(
                Optional.of(Bytes.utf8("file:" + file)),
                scene.gatewayKeys.all().getLast().secret());
        assertTrue(Rsa.verify(YOUNG.getPublic(), body, gateway.sign(body).sign()));
        assertFalse(keys.move(OURS, young, "file:" + file, by).changed());

        assertEquals(
                Optional.of("database"),
                keys.move(OURS, young, text, by).keys().getLast().kept());
        assertTrue(Rsa.verify(YOUNG.getPublic(), body, gateway.sign(body).sign()));
        assertEquals(List.of(), gateway.elsewhere());
    }

    @Test
    void are_not_moved_to_where_another_one_is() {
        String young = keys.add(OURS, made("14d"), BY).keys().getLast().id();
        List<Kept> before = scene.gatewayKeys.all();
        String other = Rsa.keyId(YOUNG.getPublic());

        assertEquals(
                "Nothing changed at the gateway's keys, as what is there is the private key of "
                        + other.substring(0, 16) + " (expected: that of " + young.substring(0, 16)
                        + "; another one is added by 'quittance key add').",
                said(() -> keys.move(OURS, young, Pem.writePrivate(YOUNG.getPrivate()), BY)));
        assertEquals(before, scene.gatewayKeys.all());
    }

    @Test
    void are_not_moved_from_the_file_of_each_instance() {
        String old = Rsa.keyId(GATEWAY.getPublic());

        assertEquals(
                "Nothing changed at the gateway's keys, as the key " + old.substring(0, 16)
                        + " is that of each instance's key file (expected: another place named by"
                        + " QUITTANCE_GATEWAY_KEY).",
                said(() -> keys.move(OURS, old, Pem.writePrivate(GATEWAY.getPrivate()), BY)));
        assertTrue(said(() -> keys.move(OURS, "00000000", Pem.writePrivate(GATEWAY.getPrivate()), BY))
                .startsWith("Nothing changed at the gateway's keys, as it has no key 00000000"));
    }

    @Test
    void are_said_before_they_sign() {
        assertEquals(
                "From when on is the gateway to sign with it? (expected: a time before which every merchant has"
                        + " the new public key, by --from)",
                said(() -> keys.add(OURS, new NewKey(Optional.empty(), "", Optional.empty()), BY)));
    }

    @Test
    void stay_where_no_other_counts() {
        keys.add(OURS, made("14d"), BY);

        assertEquals(
                "Nothing changed at the gateway's keys, as no other key would count then (expected: another one"
                        + " first, by 'quittance key add').",
                said(() -> keys.revoke(OURS, Rsa.keyId(GATEWAY.getPublic()), BY)));
    }
}
