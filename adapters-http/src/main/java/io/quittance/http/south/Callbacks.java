package io.quittance.http.south;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.KeepMisunderstood;
import io.quittance.application.journal.Message;
import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.Source;
import io.quittance.http.wire.StrangerGate;
import io.quittance.http.wire.Strangers;
import io.quittance.http.wire.SystemErrors;
import io.quittance.http.wire.WireCode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what upstream sends. Acknowledged is only what is durable; whatever else happens, upstream must tell it again.
 * Nothing that goes wrong leaves here but as an answer: this is the outermost edge.
 */
@Singleton
public final class Callbacks {
    /** The largest body that is read. */
    static final int MAX_BODY = 65_536;

    private static final String WHAT = "notification";

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    private final List<Callback> all;
    private final KeepMisunderstood misunderstood;
    private final Strangers strangers;
    private final StrangerGate gate;
    private final SystemErrors errors;

    public Callbacks(
            Collection<Callback> all,
            KeepMisunderstood misunderstood,
            Strangers strangers,
            StrangerGate gate,
            SystemErrors errors) {
        this.all = all.stream().sorted(Comparator.comparing(Callback::name)).toList();
        this.misunderstood = misunderstood;
        this.strangers = strangers;
        this.gate = gate;
        this.errors = errors;
    }

    /** What goes back. */
    public record Reply(Kind kind, Bytes body) {
        public Reply {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(body, "body");
        }
    }

    /** What became of a notification. */
    public enum Kind {
        /** It is durable. */
        ACKNOWLEDGED,
        /** It cannot be read: too large, or not a JSON object. */
        UNREADABLE,
        /** Nobody that we know sent it; nothing was changed. */
        NOT_VERIFIED,
        /** Too many that failed came from there; it was not looked at. */
        TOO_MANY,
        /** Upstream sent it and we do not understand it; it is kept. */
        NOT_UNDERSTOOD,
        /** We could not keep it. */
        FAULT
    }

    /**
     * What comes, to the byte.
     *
     * @param app our app id of the merchant, where the address named one
     * @param headers all that came with it
     * @param from the other end of the connection
     */
    public record Came(Optional<String> app, Bytes body, Map<String, List<String>> headers, Source from) {
        public Came {
            Objects.requireNonNull(app, "app");
            Objects.requireNonNull(body, "body");
            headers = Map.copyOf(headers);
            Objects.requireNonNull(from, "from");
        }
    }

    /** @param call our number of the relayed request, where the address named one */
    public Reply take(Callback callback, Optional<String> call, Came came) {
        try {
            Json.Obj message = read(came.body());
            gate.check(came.from(), WHAT, came.app());
            Callback.Notification verified =
                    callback.senders().verify(callback, new Incoming(came.app(), message, came.body(), came.headers()));
            gate.passed(came.from(), WHAT, came.app());
            return taken(meant(callback, message), verified.answering(call));
        } catch (JsonFault fault) {
            return stranger(
                    callback,
                    Kind.UNREADABLE,
                    came,
                    Refusal.described(WireCode.PARAMS_INVALID, "body", fault.getMessage(), "one JSON object in UTF-8"));
        } catch (Refusal refusal) {
            boolean limited = refusal.code() == WireCode.TOO_MANY_REQUEST;
            return stranger(callback, limited ? Kind.TOO_MANY : Kind.NOT_VERIFIED, came, refusal);
        } catch (RuntimeException e) {
            return fault(callback, e);
        }
    }

    /**
     * By what the notification says that it is, or shows where it says nothing, if the address is another's: whoever tells
     * us anything may know one address only. Never one of other senders, who have not verified it.
     */
    private Callback meant(Callback addressed, Json.Obj message) {
        String type =
                message.field("notifyType").orElse(new Json.Null()) instanceof Json.Str(var text) ? text.strip() : "";
        if (type.isEmpty()) {
            return shown(addressed, message);
        }
        boolean typed = addressed.takesEveryType() || addressed.notifyType().isPresent();
        boolean its = addressed.notifyType().filter(type::equals).isPresent();
        return !typed || its
                ? addressed
                : akin(addressed)
                        .filter(one -> one.notifyType().filter(type::equals).isPresent())
                        .findFirst()
                        .or(() ->
                                akin(addressed).filter(Callback::takesEveryType).findFirst())
                        .orElse(addressed);
    }

    private Callback shown(Callback addressed, Json.Obj message) {
        if (addressed.notifyType().isEmpty() || marked(addressed, message)) {
            return addressed;
        }
        return akin(addressed)
                .filter(one -> one.notifyType().isPresent() && marked(one, message))
                .findFirst()
                .orElse(addressed);
    }

    /** All with the same senders, by name. */
    private Stream<Callback> akin(Callback addressed) {
        return all.stream().filter(one -> one.senders().equals(addressed.senders()));
    }

    private static boolean marked(Callback one, Json.Obj message) {
        return message.field("data").orElse(new Json.Null()) instanceof Json.Obj data
                && one.marks().stream().anyMatch(data.fields()::containsKey);
    }

    private Reply fault(Callback callback, RuntimeException e) {
        String told = errors.tell("in a callback, not acknowledged", e);
        return new Reply(Kind.FAULT, callback.refused(WireCode.SYSTEM_ERROR, told));
    }

    private Reply taken(Callback callback, Callback.Notification notification) {
        try {
            warn(callback, notification, callback.take(notification));
            return new Reply(Kind.ACKNOWLEDGED, callback.acknowledgement());
        } catch (Refusal refusal) {
            keep(callback, notification, refusal);
            LOG.warn("notification not understood: {}, field {}", refusal.code(), refusal.field());
            return refused(callback, Kind.NOT_UNDERSTOOD, refusal);
        }
    }

    /** It is acknowledged, so nobody else will ever tell of it again. */
    private static void warn(Callback callback, Callback.Notification notification, Settled outcome) {
        String why = switch (outcome) {
            case RECORDED, KNOWN_ALREADY -> "";
            case CONTRADICTED -> "contradicts what we hold";
            case UNUSABLE -> "is of an order that we do not know and cannot make, or of nobody's";
        };
        if (!why.isEmpty()) {
            LOG.warn(
                    "what was told to {} for {} {}: kept as a discrepancy",
                    callback.name(),
                    notification.candidates().stream()
                            .map(one -> one.merchant().app().value())
                            .toList(),
                    why);
        }
    }

    private static Json.Obj read(Bytes body) throws JsonFault {
        if (body.length() > MAX_BODY) {
            throw new JsonFault("larger than " + MAX_BODY + " bytes");
        }
        if (JsonReader.read(body.toArray()) instanceof Json.Obj message) {
            return message;
        }
        throw new JsonFault("no object");
    }

    private void keep(Callback callback, Callback.Notification notification, Refusal refusal) {
        Message message = notification.of(
                callback,
                new Message(notification.raw(), notification.keyId(), same(callback, notification.message())));
        Optional<Holder> only = notification.candidates().size() == 1
                ? Optional.of(notification.candidates().getFirst())
                : Optional.empty();
        misunderstood.keep(only, message, why(refusal));
    }

    /** In few words, without what stood there. */
    static String why(Refusal refusal) {
        return refusal.field() + " (expected: " + refusal.expected() + ")";
    }

    /** A repeat is the same message but for what is new in each. */
    private static Fingerprint same(Callback callback, Json.Obj message) {
        Map<String, Json> facts = new LinkedHashMap<>(message.fields());
        facts.keySet().removeAll(callback.newInRepeats());
        return Fingerprint.of(List.of("misunderstood", facts.toString()));
    }

    private Reply stranger(Callback callback, Kind kind, Came came, Refusal refusal) {
        strangers.refused(came.from(), WHAT, came.app(), refusal);
        if (kind != Kind.TOO_MANY) {
            gate.failed(came.from(), WHAT, came.app());
        }
        return refused(callback, kind, refusal);
    }

    private static Reply refused(Callback callback, Kind kind, Refusal refusal) {
        return new Reply(kind, callback.refused(refusal.code(), refusal.getMessage()));
    }
}
