package io.quittance.bootstrap.demo;

import io.quittance.bootstrap.management.ByWhom;
import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.Keys.BodyUse;
import io.quittance.bootstrap.management.Keys.KeyCard;
import io.quittance.bootstrap.management.Keys.NewKey;
import io.quittance.bootstrap.management.Keys.Whose;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.key.KeyRing;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Changes the body key, as an operator does once a year, while an app goes on asking.
 *
 * @param step says what was seen
 * @param goesOn waits until some more requests were answered
 */
record BodyKeyDrill(Keys keys, ByWhom by, Consumer<String> step, Runnable goesOn) {
    private static final Whose BODY = new Whose(Keys.BODY, Optional.empty());

    /** Bodies are encrypted again from twenty seconds on, and of many it takes minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** @throws Trouble if a step did not happen, or a body cannot be read */
    void go() {
        String old = writing().id();
        keys.add(BODY, new NewKey(Optional.empty(), "", Optional.empty()), by);
        KeyDrill.await(
                "bodies to be encrypted with another key",
                KeyDrill.PATIENCE,
                () -> !writing().id().equals(old));
        String young = writing().id();
        step.accept("added " + shown(young) + " to the key file; bodies are encrypted with it, and " + shown(old)
                + " still reads");
        goesOn.run();
        keys.retire(BODY, old, by);
        step.accept("retired " + shown(old) + "; what is encrypted with it is encrypted again, beginning some twenty"
                + " seconds later");
        KeyDrill.await(
                "all bodies to be encrypted again",
                PATIENCE,
                () -> card(old).state().equals("free"));
        BodyUse use = card(old).body().orElseThrow();
        if (use.aside() > 0) {
            throw new Trouble(use.aside() + " bodies of " + shown(old) + " cannot be read (expected: none), the first: "
                    + use.asideFirst().orElse(""));
        }
        goesOn.run();
        step.accept(shown(old) + " is free: " + use.done() + " bodies were encrypted again, and nothing needs it any"
                + " more but backups from before");
    }

    private KeyCard writing() {
        return keys.list(Optional.of(Keys.BODY), Optional.empty()).stream()
                .filter(one -> one.state().equals("writing"))
                .findFirst()
                .orElseThrow(() -> new Trouble("No body key encrypts (expected: one)."));
    }

    private KeyCard card(String id) {
        return keys.list(Optional.of(Keys.BODY), Optional.empty()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Trouble("The body key " + shown(id) + " is not listed."));
    }

    private static String shown(String id) {
        return KeyRing.shown(id);
    }
}
