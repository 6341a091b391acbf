package io.quittance.http.payermax;

import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.replying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.registration.FieldChange;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.account.Account;
import io.quittance.domain.key.Term;
import io.quittance.domain.text.Bytes;
import io.quittance.http.acquirer.AccountForm.Renewed;
import io.quittance.http.acquirer.AccountKey;
import io.quittance.http.outbound.Independent;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.LoopbackServer.Received;
import io.quittance.http.payermax.PayerMaxSettings.Timed;
import io.quittance.http.signing.HeldKey;
import io.quittance.http.signing.KeptAt;
import io.quittance.http.signing.KeyOwners;
import io.quittance.http.signing.KeyReference;
import io.quittance.http.signing.NewKeys;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Our key upstream that is kept elsewhere")
class PayerMaxHeldKeyTest {
    private static final KeyPair OURS = Independent.keys();
    private static final Account ACCOUNT = Upstream.HOLDER.account();

    @TempDir
    Path folder;

    private final Upstream upstream = new Upstream();
    private final PayerMaxAccountForm form = new PayerMaxAccountForm(new NewKeys(KeyOwners.NONE));

    @AfterEach
    void close() {
        upstream.close();
    }

    private String reference() throws IOException {
        return "file:" + Files.writeString(folder.resolve("ours.pem"), Pem.writePrivate(OURS.getPrivate()));
    }

    private Renewed changed(Bytes kept, String key) {
        return form.change(ACCOUNT, kept, Map.of("private-key", key), Given.NOON);
    }

    private static HeldKey nowhere(Path folder) {
        return new HeldKey(KeyReference.file(folder.resolve("none.pem")), OURS.getPublic());
    }

    private static PayerMaxSettings signing(PrivateKey... keys) {
        return new PayerMaxSettings(
                Upstream.SETTINGS.name(),
                List.of(keys).stream().map(key -> new Timed<>(key, Term.OPEN)).toList(),
                Upstream.SETTINGS.theirs());
    }

    private PayerMaxOperationAcquirer acquirer(LoopbackServer server, PayerMaxSettings settings) {
        return upstream.acquirer(
                URI.create(Upstream.GUARDED + ":" + server.port() + "/aggregate-pay/api/gateway"), settings);
    }

    private static String answer(Received request, KeyPair known) {
        return Independent.verifies(known.getPublic(), request)
                ? http("200 OK", Upstream.signHeader("signed", Upstream.PENDING), Upstream.PENDING)
                : http("200 OK", "", "{\"code\":\"SIGN_VERIFY_FAILED\",\"msg\":\"no\"}");
    }

    @Test
    void is_kept_as_its_reference_and_its_public_key_and_signs() throws IOException {
        String reference = reference();

        Bytes kept = changed(Upstream.SETTINGS.write(), reference).next().settings();

        assertTrue(kept.asUtf8().contains("{\"key\":\"" + reference + "\",\"public\":\""), kept::asUtf8);
        assertFalse(kept.asUtf8().contains(Pem.oneLine(OURS.getPrivate()).substring(40, 90)));
        PayerMaxSettings read = PayerMaxSettings.read(kept);
        assertEquals(kept, read.write());
        try (var server = replying(request -> answer(request, OURS))) {
            assertInstanceOf(Answer.Taken.class, acquirer(server, read).submit(Upstream.HOLDER, Upstream.CAPTURE));
        }
    }

    @Test
    void may_be_the_same_that_was_kept_as_text() throws IOException {
        String reference = reference();
        String id = Rsa.keyId(OURS.getPublic());

        Renewed renewed = changed(signing(OURS.getPrivate()).write(), reference);

        assertEquals(List.of(new FieldChange("private-key", id, id + " at " + reference)), renewed.fields());
        assertEquals(List.of(), changed(renewed.next().settings(), reference).fields());
    }

    @Test
    void may_come_beside_another() throws IOException {
        String reference = reference();
        var change = new AccountKey.Change.Add("private-key", reference, Optional.empty());

        var outcome = assertInstanceOf(
                AccountKey.Outcome.Moved.class, form.change(ACCOUNT, Upstream.SETTINGS.write(), change, Given.NOON));

        List<PrivateKey> ours =
                PayerMaxSettings.read(outcome.renewed().next().settings()).signingAt(Given.NOON);
        assertEquals(2, ours.size());
        assertTrue(ours.contains(new HeldKey(new KeyReference(reference), OURS.getPublic())));
    }

    @Test
    void takes_the_place_of_its_text_and_gives_it_back() throws IOException {
        String reference = reference();
        String id = Rsa.keyId(OURS.getPublic());
        PayerMaxSettings both = signing(Upstream.OURS.getPrivate(), OURS.getPrivate());

        Renewed there = moved(both.write(), new AccountKey.Change.Move(id, reference));
        Renewed back = moved(
                there.next().settings(),
                new AccountKey.Change.Move(id.substring(0, 8), Pem.oneLine(OURS.getPrivate())));

        String field = "private-key " + id.substring(0, 16) + " place";
        assertEquals(List.of(new FieldChange(field, "database", reference)), there.fields());
        assertEquals(List.of(new FieldChange(field, reference, "database")), back.fields());
        assertEquals(
                List.of(new KeptAt("database"), new KeptAt(reference)),
                form.keys(there.next().settings()).stream()
                        .flatMap(key -> key.kept().stream())
                        .toList());
        assertEquals(both.write(), back.next().settings());
        assertEquals(
                new AccountKey.Outcome.Unmoved(),
                form.change(ACCOUNT, there.next().settings(), new AccountKey.Change.Move(id, reference), Given.NOON));
    }

    private Renewed moved(Bytes kept, AccountKey.Change change) {
        return assertInstanceOf(AccountKey.Outcome.Moved.class, form.change(ACCOUNT, kept, change, Given.NOON))
                .renewed();
    }

    @Test
    void takes_no_place_of_another() throws IOException {
        String known = Rsa.keyId(Upstream.OURS.getPublic());
        PayerMaxSettings settings = signing(Upstream.OURS.getPrivate());

        var other = form.change(ACCOUNT, settings.write(), new AccountKey.Change.Move(known, reference()), Given.NOON);
        var none =
                form.change(ACCOUNT, settings.write(), new AccountKey.Change.Move("00000000", reference()), Given.NOON);

        assertEquals(
                "what is there is the private key of "
                        + Rsa.keyId(OURS.getPublic()).substring(0, 16) + " (expected: that of " + known.substring(0, 16)
                        + "; another one is added by 'quittance key add')",
                assertInstanceOf(AccountKey.Outcome.Refused.class, other).why().toString());
        assertTrue(assertInstanceOf(AccountKey.Outcome.Refused.class, none)
                .why()
                .toString()
                .startsWith("it has no key 00000000"));
    }

    @Test
    void is_refused_by_name_where_it_cannot_be_had() {
        String reference = "file:" + folder.resolve("none.pem");

        String why = assertThrows(IllegalArgumentException.class, () -> changed(Upstream.SETTINGS.write(), reference))
                .getMessage();

        assertEquals(
                "private-key: no usable private key at " + reference + ", as the file " + folder.resolve("none.pem")
                        + " cannot be read (expected: one that is there and may be read)",
                why);
    }

    /** Another instance may have it. */
    @Test
    void holds_nothing_and_counts_as_no_attempt_where_it_cannot_be_had() throws IOException {
        try (var server = replying(request -> answer(request, OURS))) {
            Answer<?> answer = acquirer(server, signing(nowhere(folder))).submit(Upstream.HOLDER, Upstream.CAPTURE);

            assertFalse(assertInstanceOf(Answer.NotProcessed.class, answer).tried());
            assertTrue(Upstream.why(answer).startsWith("there is no usable private key at file:"), answer::asLine);
            assertEquals(List.of(), server.received());
        }
    }

    @Test
    void leaves_it_to_another_that_counts() throws IOException {
        PayerMaxSettings both = signing(nowhere(folder), Upstream.OURS.getPrivate());
        try (var server = replying(request -> answer(request, Upstream.OURS))) {
            assertInstanceOf(Answer.Taken.class, acquirer(server, both).submit(Upstream.HOLDER, Upstream.CAPTURE));
            assertEquals(1, server.received().size());
        }
    }
}
