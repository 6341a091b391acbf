package io.quittance.application.capture;

import io.quittance.application.account.Routing;
import io.quittance.application.capture.LockedOperations.Begun;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.Wish;
import io.quittance.application.lifecycle.Office;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.merchant.Merchant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes captures and cancels in from merchants. */
public final class OperationRequests implements RequestOperation {
    private final LockedOperations operations;
    private final Routing routing;
    private final OperationIds ids;
    private final Office office;

    public OperationRequests(LockedOperations operations, Routing routing, OperationIds ids, Office office) {
        this.operations = operations;
        this.routing = routing;
        this.ids = ids;
        this.office = office;
    }

    @Override
    public Outcome request(Merchant caller, Command command) {
        return account(caller, command)
                .map(account -> request(caller, account, command))
                .orElseGet(Outcome.NotServed::new);
    }

    /** Where no route leads to an account that does it, whoever holds the amount may. */
    private Optional<AccountId> account(Merchant caller, Command command) {
        return routing.pick(
                caller,
                command.routed(),
                () -> operations
                        .find(caller.id(), command.key())
                        .map(Operation::account)
                        .or(() -> operations.holder(caller.id(), command.order())));
    }

    private Outcome request(Merchant caller, AccountId account, Command command) {
        Instant now = office.now();
        Operation asked = asked(caller, account, command, now);
        Set<AccountId> unable = routing.unable(caller, command.routed().service());
        Outcome outcome = office.inOne(() -> {
            office.books().spend(command.message(), command.use(), now);
            return switch (operations.begin(asked, unable, now)) {
                case Begun.New(var begun) -> accepted(begun, command.message(), now);
                case Begun.Known(var earlier) -> repeated(earlier, asked, command.message(), now);
                case Begun.NotAllowed(var why) -> new Outcome.NotAllowed(why);
                case Begun.NotServed() -> new Outcome.NotServed();
            };
        });
        if (outcome instanceof Outcome.Accepted(var accepted)) {
            office.ringForErrands(ObjectRef.of(accepted.id()), accepted.account());
        }
        return outcome;
    }

    private Operation asked(Merchant caller, AccountId account, Command command, Instant now) {
        Asked asked = new Asked(caller.id(), account, command.request(), command.order(), now);
        return switch (command) {
            case Command.Collect collect ->
                Capture.requested(ids.nextCapture(), asked, collect.amount(), collect.last());
            case Command.Release _ -> Cancel.requested(ids.nextCancel(), asked);
        };
    }

    private Outcome accepted(Operation asked, Message message, Instant now) {
        ObjectRef about = ObjectRef.of(asked.id());
        office.books()
                .journal()
                .append(about, List.of(JournalEntry.message(Kind.REQUESTED, now, wish(asked), message)));
        office.books().errands().add(Errand.submit(about, asked.merchant(), asked.account(), now));
        return new Outcome.Accepted(asked);
    }

    private static String wish(Operation asked) {
        return switch (asked) {
            case Capture capture -> Wish.CAPTURE.line(capture.amount());
            case Cancel cancel -> Wish.CANCEL.line(cancel.order());
        };
    }

    private Outcome repeated(Operation earlier, Operation asked, Message message, Instant now) {
        if (!earlier.sameRequest(asked)) {
            return new Outcome.Conflicting(earlier);
        }
        ObjectRef about = ObjectRef.of(earlier.id());
        if (!office.books().journal().repeated(about, message.fingerprint())) {
            operations.lock(earlier.id());
            if (!office.books().journal().repeated(about, message.fingerprint())) {
                office.books()
                        .journal()
                        .append(
                                about,
                                List.of(JournalEntry.message(
                                        Kind.REQUESTED, now, "the merchant asks for it as well", message)));
            }
        }
        return new Outcome.Repeated(earlier);
    }
}
