package io.quittance.application.repair;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.merchant.Holders;
import io.quittance.application.person.Hand;
import io.quittance.application.repair.RepairOrder.Outcome.Already;
import io.quittance.application.repair.RepairOrder.Outcome.Done;
import io.quittance.application.repair.RepairOrder.Outcome.Refused;
import io.quittance.application.repair.RepairOrder.Outcome.Unknown;
import io.quittance.application.upstream.FollowedOrders;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Repairs orders of the kinds that can be. */
public final class OrderRepair implements RepairOrder {
    private final Map<ObjectRef.Kind, Endable<?, ?>> kinds;
    private final Holders holders;
    private final Office office;

    public OrderRepair(Collection<? extends Endable<?, ?>> kinds, Holders holders, Office office) {
        this.kinds = kinds.stream()
                .collect(Collectors.toUnmodifiableMap(one -> one.orders().kind(), Function.identity()));
        this.holders = holders;
        this.office = office;
    }

    /** @param news whether there is something to tell now */
    private record Settlement(Outcome outcome, boolean news) {
        static Settlement quiet(Outcome outcome) {
            return new Settlement(outcome, false);
        }
    }

    @Override
    public Outcome settle(ObjectRef about, End end, Hand hand) {
        Endable<?, ?> kind = kinds.get(about.kind());
        if (kind == null) {
            return new Refused("no person ends a " + about.kind());
        }
        Optional<Holder> holder = holder(kind.orders(), about);
        if (holder.isEmpty()) {
            return new Unknown();
        }
        Settlement settled = office.inOne(() -> settle(kind, about, holder.get(), end, hand));
        if (settled.news()) {
            office.ringForDeliveries(about, holder.get().merchant());
        }
        return settled.outcome();
    }

    /** Asked before the unit of work, as merchants and accounts have connections of their own. */
    private <A> Optional<Holder> holder(FollowedOrders<A> orders, ObjectRef about) {
        record Whose(MerchantId merchant, AccountId account) {}
        return office.inOne(
                        () -> orders.lock(about).map(order -> new Whose(orders.merchant(order), orders.account(order))))
                .map(whose -> holders.of(whose.merchant(), whose.account()));
    }

    private <A, E> Settlement settle(Endable<A, E> kind, ObjectRef about, Holder holder, End end, Hand hand) {
        Instant now = office.now();
        return kind.orders()
                .lock(about)
                .map(order -> {
                    Transition<A, E> transition = kind.ending().ended(order, end, now);
                    return switch (transition) {
                        case Transition.Refused<A, E>(var _, var why) -> Settlement.quiet(new Refused(why));
                        case Transition.Unmoved<A, E> _ -> Settlement.quiet(new Already());
                        case Transition.Moved<A, E> _ -> {
                            Settled settled =
                                    kind.moves().keep(order, transition, witness(about, holder, end, hand, now));
                            yield settled == Settled.RECORDED
                                    ? new Settlement(new Done(), true)
                                    : Settlement.quiet(new Refused("upstream has it under another's number"));
                        }
                    };
                })
                .orElseGet(() -> Settlement.quiet(new Unknown()));
    }

    private static Witness witness(ObjectRef about, Holder holder, End end, Hand hand, Instant now) {
        JournalEntry said = JournalEntry.noted(
                        Kind.OPERATED, now, "ended by hand as " + end.word() + ": " + hand.reason())
                .by(hand.person());
        Message message = new Message(
                Bytes.utf8(said.note()), hand.person(), Fingerprint.of(List.of("by hand", about.id(), end.word())));
        return new Witness(holder, List.of(said), message, now);
    }

    @Override
    public Outcome ask(ObjectRef about, Hand hand) {
        Endable<?, ?> kind = kinds.get(about.kind());
        if (kind == null) {
            return new Refused("nothing is ever asked about a " + about.kind());
        }
        Asked asked = office.inOne(() -> ask(kind.orders(), about, hand));
        asked.account().ifPresent(account -> office.ringForErrands(about, account));
        return asked.outcome();
    }

    /** @param account whom there is something to ask now */
    private record Asked(Outcome outcome, Optional<AccountId> account) {
        static Asked quiet(Outcome outcome) {
            return new Asked(outcome, Optional.empty());
        }
    }

    private <O> Asked ask(FollowedOrders<O> orders, ObjectRef about, Hand hand) {
        Instant now = office.now();
        Optional<O> order = orders.lock(about);
        if (order.isEmpty()) {
            return Asked.quiet(new Unknown());
        }
        if (orders.ended(order.get())) {
            return Asked.quiet(new Already());
        }
        Optional<AccountId> account = office.books().errands().hasten(about, now);
        if (account.isEmpty()) {
            return Asked.quiet(new Refused("upstream has no question for it, or it was overdue before there was one"));
        }
        office.books()
                .journal()
                .append(
                        about,
                        List.of(JournalEntry.noted(Kind.OPERATED, now, "to be asked about now: " + hand.reason())
                                .by(hand.person())));
        return new Asked(new Done(), account);
    }
}
