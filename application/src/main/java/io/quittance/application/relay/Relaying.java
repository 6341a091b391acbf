package io.quittance.application.relay;

import io.quittance.application.account.Holder;
import io.quittance.application.account.Routing;
import io.quittance.application.account.Serving;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.Wish;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.relay.FarGateway.Answered;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Service;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes requests on: writes down that it will, asks outside any transaction, writes down what came of it. A story that
 * ends with the request is of a call that was cut off.
 */
public final class Relaying implements RelayRequest {
    private final Relays relays;
    private final Serving<FarGateway> far;
    private final Routing routing;
    private final RelayIds ids;
    private final Office office;

    public Relaying(Relays relays, Serving<FarGateway> far, Routing routing, RelayIds ids, Office office) {
        this.relays = relays;
        this.far = far;
        this.routing = routing;
        this.ids = ids;
        this.office = office;
    }

    @Override
    public Outcome relay(Merchant caller, Command command) {
        return routing.pick(caller, Route.Order.of(Service.RELAY))
                .flatMap(account -> far.by(account.acquirer())
                        .map(gateway -> passed(gateway, new Holder(caller, account), command)))
                .<Outcome>map(Outcome.Answered::new)
                .orElseGet(Outcome.NotServed::new);
    }

    private Bytes passed(FarGateway gateway, Holder holder, Command command) {
        Relay relay = new Relay(
                ids.next(),
                holder.merchant().id(),
                holder.account().id(),
                command.api(),
                command.notifyUrl(),
                office.now());
        ObjectRef about = ObjectRef.of(relay.id());
        JournalEntry requested =
                JournalEntry.message(Kind.REQUESTED, relay.at(), Wish.RELAY.line(relay.api()), command.message());
        office.inOne(() -> {
            relays.add(relay);
            return journal().append(about, List.of(requested));
        });
        Answered answered = gateway.ask(holder, relay, command.message().raw());
        List<JournalEntry> exchanged = exchanged(answered, office.now());
        office.inOne(() -> journal().append(about, exchanged));
        return answered.reply();
    }

    private Journal journal() {
        return office.books().journal();
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
