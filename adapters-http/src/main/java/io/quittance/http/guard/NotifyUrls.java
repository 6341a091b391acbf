package io.quittance.http.guard;

import io.quittance.domain.text.Flaw;
import io.quittance.domain.text.WebUrl;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Where merchants may want to be told, judged when they say so. A name is not looked up then: that is done, and judged, when it
 * is called, as what it says may change, and whoever asks waits.
 */
public final class NotifyUrls {
    private final Guard guard;

    public NotifyUrls(Guard guard) {
        this.guard = Objects.requireNonNull(guard, "guard");
    }

    /** What is wrong with it, if something is. */
    public Optional<Flaw> flaw(String text) {
        return WebUrl.flaw(text).or(() -> guard.flaw(URI.create(text)));
    }

    /**
     * An address in a field that may be left out or empty. It is not shown in a refusal, as a password may stand in it.
     *
     * @param max the most characters
     */
    public Optional<URI> ifAny(Fields data, String name, int max) throws Refusal {
        Optional<String> text = data.wordsIfAny(name, max);
        Optional<Flaw> flaw = text.flatMap(this::flaw);
        if (flaw.isPresent()) {
            throw data.refusal(name, flaw.get());
        }
        return text.map(URI::create);
    }
}
