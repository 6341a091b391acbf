package io.quittance.http.guard;

import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Flaw;
import io.quittance.domain.text.WebUrl;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where merchants may want to be told, judged when they say so. A name is not looked up then: that is done, and judged, when it
 * is called, as what it says may change, and whoever asks waits.
 */
public final class NotifyUrls {
    private static final Flaw OTHER_HOST = new Flaw(
            "its host is none of those that are registered for this app",
            "the host of a registered address, or one of its registered hosts");

    private final Guard guard;
    private final Predicate<URI> registered;

    public NotifyUrls(Guard guard) {
        this(guard, _ -> true);
    }

    private NotifyUrls(Guard guard, Predicate<URI> registered) {
        this.guard = Objects.requireNonNull(guard, "guard");
        this.registered = registered;
    }

    /** The same for requests of that merchant, which may name only hosts that are registered for it. */
    public NotifyUrls of(Merchant caller) {
        return new NotifyUrls(guard, caller::mayBeToldAt);
    }

    /** What is wrong with it, if something is. */
    public Optional<Flaw> flaw(String text) {
        return WebUrl.flaw(text)
                .or(() -> guard.flaw(URI.create(text)))
                .or(() -> registered.test(URI.create(text)) ? Optional.empty() : Optional.of(OTHER_HOST));
    }

    /**
     * An address in a field that may be left out or empty. It is not shown in a refusal, as a password may stand in it.
     *
     * @param max the most characters
     */
    public Optional<URI> ifAny(Fields data, String name, int max) throws Refusal {
        Optional<String> text = data.wordsIfAny(name, Integer.MAX_VALUE);
        Optional<Flaw> flaw = text.flatMap(given -> given.length() > max
                ? Optional.of(new Flaw(given.length() + " characters", "at most " + max))
                : flaw(given));
        if (flaw.isPresent()) {
            throw data.refusal(name, flaw.get());
        }
        return text.map(URI::create);
    }
}
