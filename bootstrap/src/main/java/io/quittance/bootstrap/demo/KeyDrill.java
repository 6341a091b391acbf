package io.quittance.bootstrap.demo;

import io.quittance.bootstrap.demo.DemoClient.Asked;
import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.keys.PublishedKeys;
import io.quittance.bootstrap.management.AppForm;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.management.ByWhom;
import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.Keys.KeyCard;
import io.quittance.bootstrap.management.Keys.NewKey;
import io.quittance.bootstrap.management.Keys.Whose;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.key.KeyRing;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Changes keys as an operator does, while an app of its own goes on asking, and says at each step what it saw. The app is removed at
 * the end.
 */
public final class KeyDrill implements AutoCloseable {
    private static final ByWhom BY = new ByWhom("key drill", "a drill");
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Demo demo;
    private final PublishedKeys published;
    private final URI gateway;
    private final ManagementToken token;
    private final Apps apps;
    private final Keys keys;
    private final PrintWriter out;
    private final String app = "key-drill-" + UUID.randomUUID();
    private final KeyPair old = Rsa.newPair();
    private final KeyPair young = Rsa.newPair();
    private final DrillLoad load;

    /**
     * @param data the service's folder, where it publishes what it signs with
     * @param gateway its public port
     */
    public KeyDrill(Path data, URI gateway, ManagementToken token, Apps apps, Keys keys, PrintWriter out) {
        this.demo = new DemoFolder(data).read();
        this.published = new PublishedKeys(data);
        this.gateway = gateway;
        this.token = token;
        this.apps = apps;
        this.keys = keys;
        this.out = out;
        apps.add(new AppForm(
                app,
                demo.merchantNo(),
                Pem.writePublic(old.getPublic()),
                demo.notifyUrl().toString(),
                "v2",
                Optional.empty()));
        this.load = new DrillLoad(client(old));
    }

    private DemoClient client(KeyPair signing) {
        return client(signing, this::gatewayKeys);
    }

    /** @param theirs what an answer may verify with, when it has come */
    private DemoClient client(KeyPair signing, Supplier<List<PublicKey>> theirs) {
        Demo as = new Demo(app, demo.merchantNo(), demo.notifyUrl(), signing, demo.gatewayKeys(), demo.simulator());
        return new DemoClient(as, gateway, token, theirs);
    }

    /** As a merchant should, it knows at any time what the gateway has published by then. */
    private List<PublicKey> gatewayKeys() {
        return Stream.concat(demo.gatewayKeys().stream(), published.read().stream())
                .distinct()
                .toList();
    }

    /**
     * @param besides what is changed for good as well: {@link Keys#GATEWAY}, which all merchants of that service need then, or {@link
     *     Keys#BODY}
     * @throws Trouble if a step did not happen, or a request was refused meanwhile
     */
    public void go(Set<String> besides) {
        say("The app " + app + " asks without pause.");
        load.goesOn();
        appsKey();
        say("");
        if (besides.contains(Keys.GATEWAY)) {
            gatewaysKey();
        } else {
            say("The gateway's own key is left as it is (--gateway changes it; all its merchants need the new one"
                    + " then).");
        }
        if (besides.contains(Keys.BODY)) {
            say("");
            say("The body key");
            new BodyKeyDrill(keys, BY, this::step, load::goesOn).go();
        } else {
            say("The body key is left as it is (--body changes it; bodies are encrypted again then).");
        }
        say("");
        say("Keys of accounts change by the same commands, with --account; the simulator has none. See"
                + " docs/operations/keys.md for the order of steps with PayerMax.");
        say("");
        load.close();
        List<String> refused = load.refused();
        if (!refused.isEmpty()) {
            throw new Trouble("Of " + load.asked() + " requests " + refused.size() + " were refused, the first with "
                    + refused.getFirst() + " (expected: none).");
        }
        say(load.asked() + " requests, and none was refused.");
    }

    private void appsKey() {
        Whose ours = new Whose(Keys.APP, Optional.of(app));
        say("");
        say("An app's key");
        keys.add(ours, new NewKey(Optional.empty(), Pem.writePublic(young.getPublic()), Optional.empty()), BY);
        step("added " + shown(young) + " beside " + shown(old) + ": both count");
        load.goesOn();
        load.asks(client(young));
        load.goesOn();
        step("the app signs with the new one; last used: "
                + card(ours, young).lastUsed().orElse("not known yet"));
        keys.revoke(ours, Rsa.keyId(old.getPublic()), BY);
        load.goesOn();
        step("revoked " + shown(old) + ", and the requests go on");
        try (DemoClient late = client(old)) {
            Asked asked = DrillLoad.ask(late);
            if (!asked.field("code").equals("SIGN_VERIFY_FAILED")) {
                throw new Trouble("What was signed with the revoked key was answered " + asked.field("code")
                        + " (expected: SIGN_VERIFY_FAILED).");
            }
            step("one signed with the old one is refused: " + asked.field("msg"));
        }
    }

    private void gatewaysKey() {
        Whose gateways = new Whose(Keys.GATEWAY, Optional.empty());
        say("The gateway's key");
        List<KeyCard> before = keys.list(Optional.of(Keys.GATEWAY), Optional.empty());
        KeyCard first = before.stream()
                .filter(one -> one.state().equals("counting"))
                .reduce((_, later) -> later)
                .orElseThrow();
        KeyCard next = keys.add(gateways, new NewKey(Optional.empty(), "", Optional.of("5s")), BY)
                .addedTo(before)
                .orElseThrow(() -> new Trouble("The new key of the gateway is not listed."));
        step("added " + KeyRing.shown(next.id()) + ", which signs from " + next.from()
                + "; its public key is in keys/gateway-public-key-" + KeyRing.shown(next.id()) + ".pem");
        await("the new key to count", PATIENCE, () -> state(next.id()).equals("counting"));
        load.goesOn();
        keys.retire(gateways, first.id(), "2s", BY);
        await("the old key to end", PATIENCE, () -> state(first.id()).equals("ended"));
        await(
                "the old public key to be gone",
                PATIENCE,
                () -> published.read().stream().noneMatch(key -> Rsa.keyId(key).equals(first.id())));
        List<PublicKey> left = published.read();
        load.asks(client(young, () -> left));
        load.goesOn();
        step(KeyRing.shown(first.id()) + " has ended; answers verify with the new one alone");
    }

    private String state(String id) {
        return keys.list(Optional.of(Keys.GATEWAY), Optional.empty()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(KeyCard::state)
                .orElse("");
    }

    private KeyCard card(Whose whose, KeyPair pair) {
        String id = Rsa.keyId(pair.getPublic());
        return keys.list(Optional.of(whose.kind()), whose.name()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Trouble("The key " + KeyRing.shown(id) + " is not listed."));
    }

    private static String shown(KeyPair pair) {
        return KeyRing.shown(Rsa.keyId(pair.getPublic()));
    }

    private void step(String seen) {
        say("  " + seen + " (" + load.asked() + " requests so far)");
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    /** @throws Trouble if it takes longer */
    static void await(String what, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Trouble("Waited " + patience.toSeconds() + " s for " + what + ".");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** What it asked for settles first; an app that still waits for something stays, and may be removed later. */
    @Override
    public void close() {
        load.close();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isRemoved()) {
            if (System.nanoTime() > end) {
                say("The app " + app + " stays, as something of it is still open: 'quittance app remove'.");
                return;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private boolean isRemoved() {
        try {
            apps.remove(app, BY);
            return true;
        } catch (Trouble _) {
            return false;
        }
    }
}
