package io.quittance.application.relay;

import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.relay.FarGateway.Answered;
import io.quittance.application.transaction.Transactions;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes requests on: writes down that it will, asks outside any transaction, writes down what came of it. A story that
 * ends with the request is of a call that was cut off.
 */
public final class Relaying implements RelayRequest {
    private final Relays relays;
    private final Journal journal;
    private final Transactions transactions;
    private final FarGateway far;
    private final RelayIds ids;
    private final InstantSource clock;

    public Relaying(
            Relays relays,
            Journal journal,
            Transactions transactions,
            FarGateway far,
            RelayIds ids,
            InstantSource clock) {
        this.relays = relays;
        this.journal = journal;
        this.transactions = transactions;
        this.far = far;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Bytes relay(Merchant caller, Command command) {
        Relay relay = new Relay(ids.next(), caller.id(), command.api(), command.notifyUrl(), clock.instant());
        ObjectRef about = ObjectRef.of(relay.id());
        JournalEntry requested = JournalEntry.message(
                Kind.REQUESTED, relay.at(), "the merchant asks " + relay.api() + " of upstream", command.message());
        transactions.inOne(() -> {
            relays.add(relay);
            return journal.append(about, List.of(requested));
        });
        Answered answered = far.ask(caller, relay, command.message().raw());
        List<JournalEntry> exchanged = exchanged(answered, clock.instant());
        transactions.inOne(() -> journal.append(about, exchanged));
        return answered.reply();
    }

    private static List<JournalEntry> exchanged(Answered answered, Instant now) {
        Exchange exchange = answered.exchange();
        List<JournalEntry> entries = new ArrayList<>();
        exchange.request()
                .ifPresent(request -> entries.add(
                        JournalEntry.noted(Kind.ASKED, now, "asked upstream").with(request)));
        JournalEntry said =
                JournalEntry.noted(Kind.ANSWERED, now, answered.line()).timed(exchange.status(), exchange.took());
        entries.add(exchange.response().map(said::with).orElse(said));
        entries.add(
                JournalEntry.noted(Kind.REPLIED, now, "answered the merchant").with(answered.reply()));
        return entries;
    }
}
