package io.quittance.http.notification;

import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.NotificationSender;
import io.quittance.application.notification.Signed;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.outbound.Headers;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.Posted;
import io.quittance.http.outbound.Posted.Answered;
import io.quittance.http.terms.TlsTerms;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Posts notifications and judges what comes back.
 *
 * <p>An acknowledgement needs an HTTP status of 2xx <em>and</em> the body's {@code code} SUCCESS, trimmed; in the legacy
 * dialect its {@code bizCode} 0000. The pages
 * speak of the code alone and of no status; but behind a 3xx, 4xx or 5xx it was rarely the merchant's application that
 * spoke, and to tell once too often costs nothing, while to take a proxy's words for a receipt costs the news.
 */
public final class HttpNotificationSender implements NotificationSender {
    /** Which field of the answer acknowledges, and by which word. */
    private record Word(String field, String expected) {
        static Word of(Dialect dialect) {
            return switch (dialect) {
                case ENVELOPED -> new Word("code", "SUCCESS");
                case LEGACY -> new Word("bizCode", "0000");
            };
        }
    }

    /** What a proxy says by itself. */
    private static final Set<Integer> OF_PROXIES = Set.of(403, 502, 503, 504);

    private final JsonPost post;
    private final Function<EndpointId, TlsTerms> terms;
    private final InstantSource clock;

    /** One that tells nobody on other terms of TLS than the usual ones. */
    public HttpNotificationSender(JsonPost post, InstantSource clock) {
        this(post, _ -> TlsTerms.USUAL, clock);
    }

    /** @param terms on which an endpoint is told */
    public HttpNotificationSender(JsonPost post, Function<EndpointId, TlsTerms> terms, InstantSource clock) {
        this.post = post;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Attempt send(Place place, Bytes body, Signed signed, Dialect dialect, BooleanSupplier stillOurs) {
        TlsTerms of = place.terms().map(terms).orElse(TlsTerms.USUAL);
        Posted posted = post.tell(place.url(), body, Headers.sign(signed.sign()), of, stillOurs);
        return switch (posted) {
            case Answered answered -> judged(answered, dialect);
            case Posted.Crowded(var why, var _) -> new Crowded(why);
            case Posted.Withdrawn _ -> new NoLongerOurs();
            case Posted.NotConnected(var why, var late, var took) ->
                new NotAcknowledged(Reply.none(took), "no connection: " + why, Optional.empty(), late);
            case Posted.Broken(var status, var why, var late, var took) ->
                new NotAcknowledged(new Reply(status, "", took), why, Optional.empty(), late);
        };
    }

    private Attempt judged(Answered answered, Dialect dialect) {
        Reply reply = new Reply(Optional.of(answered.status()), excerpt(answered.body()), answered.took());
        return fault(answered, Word.of(dialect))
                .<Attempt>map(why -> refused(reply, why, RetryAfter.of(answered, clock.instant())))
                .orElseGet(() -> new Acknowledged(reply));
    }

    private static Attempt refused(Reply reply, String why, Optional<Duration> wish) {
        String wishing = wish.map(time -> ", wants to be left alone for " + time.toSeconds() + " s")
                .orElse("");
        return new NotAcknowledged(reply, why + wishing, wish, false);
    }

    /** Why an answer does not acknowledge a notification; empty if it does. */
    private static Optional<String> fault(Answered answered, Word word) {
        if (answered.status() < 200 || answered.status() > 299) {
            String whose = answered.relay()
                    .filter(_ -> OF_PROXIES.contains(answered.status()))
                    .map(relay -> " from the endpoint or from " + relay)
                    .orElse("");
            return Optional.of("HTTP " + answered.status() + whose);
        }
        if (answered.flaw().isPresent()) {
            return answered.flaw();
        }
        try {
            return fault(JsonReader.read(answered.body().toArray()), word);
        } catch (JsonFault _) {
            return Optional.of("the answer is not JSON");
        }
    }

    private static Optional<String> fault(Json answer, Word word) {
        if (!(answer instanceof Json.Obj object)) {
            return Optional.of("the answer is not a JSON object");
        }
        String expected = " (expected: " + word.expected() + ")";
        return switch (object.field(word.field()).orElse(null)) {
            case Json.Str(var code) when code.strip().equals(word.expected()) -> Optional.empty();
            case Json.Str(var code) -> Optional.of(word.field() + " '" + ProtocolText.excerpt(code) + "'" + expected);
            case null -> Optional.of("no " + word.field() + expected);
            case Json.Num _, Json.Bool _, Json.Null _, Json.Obj _, Json.Arr _ ->
                Optional.of(word.field() + " is not a string" + expected);
        };
    }

    /** The answer's beginning on one line, whatever bytes it is made of. */
    private static String excerpt(Bytes body) {
        StringBuilder kept = new StringBuilder();
        body.asUtf8()
                .codePoints()
                .limit(Reply.MAX_ANSWER)
                .map(point -> point == '\r' || point == '\n' || point == '\t' ? ' ' : point)
                .forEach(kept::appendCodePoint);
        return ProtocolText.printable(kept.toString());
    }
}
