package io.quittance.bootstrap.management;

import static io.quittance.bootstrap.management.KeyScene.BY;
import static io.quittance.bootstrap.management.KeyScene.said;
import static io.quittance.bootstrap.management.KeyScene.states;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.key.BodyKey;
import io.quittance.application.store.Given;
import io.quittance.bootstrap.keys.HeldBodyKeys;
import io.quittance.bootstrap.keys.KeyDirectory;
import io.quittance.bootstrap.keys.SecretFile;
import io.quittance.bootstrap.management.Keys.NewKey;
import io.quittance.bootstrap.management.Keys.Outcome;
import io.quittance.bootstrap.management.Keys.Whose;
import io.quittance.bootstrap.trouble.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The registered keys of bodies")
class RegisteredBodyKeysTest {
    private static final Whose BODIES = new Whose(Keys.BODY, Optional.empty());
    private static final NewKey MADE = new NewKey(Optional.empty(), "", Optional.empty());

    @TempDir
    private Path folder;

    private KeyScene scene;
    private Keys keys;
    private SecretFile file;

    @BeforeEach
    void an_instance_has_one() {
        scene = new KeyScene(folder);
        keys = scene.keys;
        file = KeyDirectory.bodyKeys(folder, Optional.empty());
    }

    private static NewKey given(String text) {
        return new NewKey(Optional.empty(), text, Optional.empty());
    }

    @Test
    void change_at_one_instance_by_two_commands() throws IOException {
        String old = scene.cipher.keyId();

        Outcome added = keys.add(BODIES, MADE, BY);

        assertEquals(List.of("reading", "writing"), states(added));
        assertTrue(added.changed());
        assertEquals(2, file.read().size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
        assertEquals(added.keys().getLast().id(), scene.cipher.keyId());
        assertEquals(
                Optional.of(Given.NOON + " by Ada: once a year"),
                added.keys().getLast().changed());
        assertEquals(List.of("retiring", "writing"), states(keys.retire(BODIES, old.substring(0, 8), BY)));
        assertFalse(keys.retire(BODIES, old, BY).changed());
    }

    @Test
    void wait_for_instances_that_lack_one_and_are_named() {
        scene.bodyKeys.says("there:1", scene.cipher.keyId());
        NewKey given = given("07".repeat(32));

        Outcome added = keys.add(BODIES, given, BY);

        assertEquals(List.of("writing", "waiting"), states(added));
        assertEquals(
                List.of("there:1 (version 1.0)"),
                added.keys().getLast().body().orElseThrow().lackedBy());
        assertEquals(
                Optional.of(0L),
                keys.list(Optional.of(Keys.BODY), Optional.empty())
                        .getLast()
                        .body()
                        .orElseThrow()
                        .bodies());
        assertFalse(keys.add(BODIES, MADE, BY).changed(), "no other one is made meanwhile");
        scene.bodyKeys.says(
                "there:1", scene.cipher.keyId(), added.keys().getLast().id());
        assertFalse(keys.add(BODIES, given, BY).changed(), "it was wanted before");
        assertEquals(
                List.of("reading", "writing"),
                states(new Outcome(false, keys.list(Optional.of(Keys.BODY), Optional.empty()))));
    }

    @Test
    void are_neither_revoked_nor_changed_by_a_date() {
        String old = scene.cipher.keyId();

        assertEquals(
                "A body key cannot be revoked, as what is encrypted with it could not be read any more (expected:"
                        + " another one, and then 'quittance key retire --body FINGERPRINT', which encrypts again"
                        + " what is left).",
                said(() -> keys.revoke(BODIES, old, BY)));
        assertEquals(
                "A body key ends when nothing is encrypted with it any more (expected: no --until).",
                said(() -> keys.retire(BODIES, old, "7d", BY)));
        assertEquals(
                "A body key counts as soon as every instance holds it (expected: no time from which on).",
                said(() -> keys.add(BODIES, new NewKey(Optional.empty(), "", Optional.of("1d")), BY)));
        assertTrue(
                said(() -> keys.retire(BODIES, old, BY)).startsWith("Nothing changed at the body keys, as bodies are"));
        assertEquals(
                "What is given holds no body key (expected: 32 random bytes in base64 or hexadecimal; of several, each"
                        + " on a line of its own).",
                said(() -> keys.add(BODIES, given("short"), BY)));
        assertEquals(
                "Until when is it to count? (expected: a time to come, by --until)",
                said(() -> keys.retire(new Whose(Keys.GATEWAY, Optional.empty()), old, BY)));
    }

    @Test
    void are_seen_when_the_file_changes() throws IOException {
        String line = "07".repeat(32);
        Files.writeString(file.path(), Files.readString(file.path()) + "# the next one\n\n" + line + "\n");
        scene.held.look();
        assertEquals(2, scene.held.names().split(" ").length);
        String old = scene.cipher.keyId();

        Files.writeString(file.path(), line);
        scene.held.look();
        assertTrue(scene.held.holds(old), "bodies need it");
        assertEquals(old, scene.cipher.keyId());

        Files.writeString(file.path(), "damaged");
        scene.held.look();
        assertEquals(2, scene.cipher.keys().size());
    }

    @Test
    void are_held_no_more_once_they_are_free_and_gone_from_the_file() throws IOException {
        String old = scene.cipher.keyId();
        keys.add(BODIES, MADE, BY);
        BodyKey first = scene.bodyKeys.all().getFirst();
        scene.bodyKeys.keep(new BodyKey(old, BodyKey.State.FREE, Optional.empty(), first.last(), first.work()));
        Files.writeString(file.path(), Files.readAllLines(file.path()).getLast());

        scene.held.look();

        assertFalse(scene.held.holds(old));
        assertEquals(
                "This instance does not hold the key " + old
                        + ", so it could read nothing of what is encrypted with it.",
                said(() -> keys.retire(BODIES, old, BY)));
    }

    @Test
    void are_asked_for_by_name_where_one_is_missing() {
        BodyKey missing = BodyKey.first("missing-of-sixteen", Given.DEED);

        Trouble trouble = assertThrows(Trouble.class, () -> scene.held.require(List.of(missing)));

        assertEquals(
                "This instance does not hold the body key missing-of-sixte, which bodies of its database are encrypted"
                        + " with (it holds " + scene.cipher.keyId() + "): put it on a line of its own into the file "
                        + file.path() + ", from an instance that runs or from your backup.",
                trouble.getMessage());
    }

    @Test
    void are_put_into_a_file_by_hand_where_it_cannot_be_written() throws IOException {
        Path mounted = folder.resolve("mounted");
        Files.createDirectory(mounted);
        Path there = Files.copy(file.path(), mounted.resolve("body-key"));
        SecretFile secrets = new SecretFile(there, "body key");
        Files.delete(there);

        String why = said(() -> new HeldBodyKeys(secrets, scene.cipher, scene.bodyKeys).add(SecretFile.random()));

        assertTrue(
                why.endsWith(
                        " Put a key on a line of its own into it by hand, at each instance ('openssl rand -base64 32 >"
                                + " new.key' makes one), and add it then by its file: 'quittance key add --body"
                                + " new.key'."),
                why);
    }
}
