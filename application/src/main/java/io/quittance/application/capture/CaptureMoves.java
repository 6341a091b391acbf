package io.quittance.application.capture;

import io.quittance.application.errand.Errands;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.CaptureNotices;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureEvent;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.Merchant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a report does to a capture and to everything that hangs on it: its row, its journal, what we owe its merchant,
 * what we still wanted to ask. Always inside a unit of work that has locked the capture.
 */
public final class CaptureMoves {
    private final Captures captures;
    private final Journal journal;
    private final NotificationOutbox outbox;
    private final Errands errands;
    private final Discrepancies discrepancies;
    private final CaptureNotices notices;

    public CaptureMoves(
            Captures captures,
            Journal journal,
            NotificationOutbox outbox,
            Errands errands,
            Discrepancies discrepancies,
            CaptureNotices notices) {
        this.captures = captures;
        this.journal = journal;
        this.outbox = outbox;
        this.errands = errands;
        this.discrepancies = discrepancies;
        this.notices = notices;
    }

    /**
     * On whose word a capture moves.
     *
     * @param heard what the journal says of it, before the move; empty if it says so already
     * @param message what is kept if it contradicts
     */
    record Witness(Merchant merchant, List<JournalEntry> heard, Message message, Instant at) {}

    /** Applies a report to a capture that the caller has locked, and keeps all that follows from it. */
    SettleCapture.Outcome apply(Capture stored, Capture current, Capture.Report report, Witness witness) {
        return switch (current.apply(report)) {
            case Moved(var next, var events) -> {
                moved(current, next, events, witness);
                yield SettleCapture.Outcome.RECORDED;
            }
            case Unmoved(var same) -> {
                if (!same.equals(stored)) {
                    captures.replace(same);
                }
                hear(same, witness);
                yield SettleCapture.Outcome.KNOWN_ALREADY;
            }
            case Refused(var same, var why) -> {
                contradicted(same, why, witness);
                yield SettleCapture.Outcome.CONTRADICTED;
            }
        };
    }

    private void moved(Capture before, Capture next, List<CaptureEvent> events, Witness witness) {
        ObjectRef about = ObjectRef.of(next.id());
        List<JournalEntry> entries = new ArrayList<>(witness.heard());
        entries.add(JournalEntry.noted(
                Kind.MOVED, witness.at(), name(before) + " -> " + name(next) + ", on the word of the entry before"));
        for (CaptureEvent event : events) {
            entries.add(owed(event, witness));
        }
        captures.replace(next);
        int first = journal.append(about, entries);
        for (int i = 0; i < events.size(); i++) {
            int owed = first + entries.size() - events.size() + i;
            outbox.append(about, owed, witness.merchant().id(), Dialect.ENVELOPED, witness.at());
        }
        errands.drop(about);
    }

    /** The fingerprint is the result's identity: the journal's unique key lets it be owed once only. */
    private JournalEntry owed(CaptureEvent event, Witness witness) {
        String state = name(event.capture());
        return JournalEntry.noted(Kind.OWED, witness.at(), "the merchant is owed the news of " + state)
                .with(notices.notice(witness.merchant(), event, witness.at()))
                .with(Fingerprint.of(List.of("owed", event.capture().id().value(), state)));
    }

    private void hear(Capture same, Witness witness) {
        ObjectRef about = ObjectRef.of(same.id());
        if (!witness.heard().isEmpty()
                && !journal.repeated(about, witness.message().fingerprint())) {
            journal.append(about, witness.heard());
        }
    }

    private void contradicted(Capture same, String why, Witness witness) {
        ObjectRef about = ObjectRef.of(same.id());
        boolean added = discrepancies.open(
                new Discrepancy(witness.merchant().id(), Optional.of(about), witness.message(), why, witness.at()));
        if (added) {
            journal.append(
                    about,
                    List.of(JournalEntry.noted(
                            Kind.RECEIVED,
                            witness.at(),
                            "contradicts what we hold: " + why + "; kept as a discrepancy")));
        }
    }

    /** The state as the wire and the database call it. */
    static String name(Capture capture) {
        return switch (capture.state()) {
            case Capture.State.Pending _ -> "PENDING";
            case Capture.State.Succeeded _ -> "SUCCESS";
            case Capture.State.Failed _ -> "FAILED";
        };
    }
}
