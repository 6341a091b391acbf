package io.quittance.application.replay;

import io.quittance.application.account.Accounts;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.replay.Rereading.NotUnderstood;
import io.quittance.application.replay.Retelling.Heard;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.Summary;
import io.quittance.application.story.Wanted;
import io.quittance.application.transaction.StoreUnavailable;
import io.quittance.application.transaction.Transactions;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.AcquirerName;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Replays orders out of their journals, one order a unit of work. */
public final class Replaying implements ReplayOrders {
    private final Map<ObjectRef.Kind, Retelling<?>> retellings;
    private final Summaries summaries;
    private final Journal journal;
    private final Accounts accounts;
    private final Predicate<AcquirerName> readable;
    private final Transactions transactions;

    /** @param readable of which acquirers our readers read the messages, by name */
    public Replaying(
            Map<ObjectRef.Kind, Retelling<?>> retellings,
            Summaries summaries,
            Journal journal,
            Accounts accounts,
            Predicate<AcquirerName> readable,
            Transactions transactions) {
        this.retellings = Map.copyOf(retellings);
        this.summaries = Objects.requireNonNull(summaries, "summaries");
        this.journal = Objects.requireNonNull(journal, "journal");
        this.accounts = Objects.requireNonNull(accounts, "accounts");
        this.readable = Objects.requireNonNull(readable, "readable");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    @Override
    public List<ObjectRef.Kind> kinds() {
        return retellings.keySet().stream().sorted().toList();
    }

    @Override
    public Page replay(ObjectRef.Kind kind, Instant since, Optional<ObjectRef> behind, int limit) {
        Retelling<?> retelling = Optional.<Retelling<?>>ofNullable(retellings.get(kind))
                .orElseThrow(() -> new IllegalArgumentException(kind + " (expected: one of " + kinds() + ")"));
        behind.filter(last -> summaries.find(last).isEmpty()).ifPresent(last -> {
            throw new IllegalArgumentException("behind: '" + last.id() + "' (expected: an order of that kind)");
        });
        Wanted all = new Wanted(kind, Optional.empty(), List.of(), Optional.empty(), false);
        List<Summary> page = transactions.inOne(() -> summaries.page(all, behind, limit));
        List<Summary> wanted =
                page.stream().filter(one -> !one.createdAt().isBefore(since)).toList();
        Tally tally = new Tally();
        Map<AccountId, Boolean> read = new HashMap<>();
        for (Summary one : wanted) {
            boolean ours = read.computeIfAbsent(one.account(), this::isReadable);
            tell(retelling, one, ours, tally);
        }
        boolean over = page.size() < limit || isOlder(page.getLast().createdAt(), since);
        return new Page(
                wanted.size(),
                tally.messages,
                tally.skipped,
                tally.differences,
                over ? Optional.empty() : Optional.of(page.getLast().about()));
    }

    /** Within a month not every kind comes in the order in which it was made. */
    private static boolean isOlder(Instant last, Instant since) {
        return month(last).isBefore(month(since));
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    private boolean isReadable(AccountId account) {
        return accounts.byId(account)
                .filter(one -> readable.test(one.acquirer()))
                .isPresent();
    }

    private static final class Tally {
        private int messages;
        private int skipped;
        private final List<Difference> differences = new ArrayList<>();
    }

    /** An order and its journal as they stand together: it may move meanwhile. */
    private record Begun<A>(A order, List<Recorded> recorded) {}

    /** An order that cannot be read keeps no other from being told. */
    private <A> void tell(Retelling<A> retelling, Summary one, boolean ours, Tally tally) {
        try {
            tell(retelling, one.about(), ours, tally);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            tally.differences.add(
                    new Difference(one.about(), 0, one.createdAt(), "kept", "cannot be read: " + e.getMessage()));
        }
    }

    private <A> void tell(Retelling<A> retelling, ObjectRef about, boolean ours, Tally tally) {
        transactions
                .inOne(() -> {
                    List<Journal.Row> story = journal.story(about);
                    story.forEach(Journal.Row::body);
                    return retelling.begun(about).map(order -> new Begun<>(order, Recorded.in(story)));
                })
                .ifPresent(begun -> tell(retelling, about, begun, ours, tally));
    }

    private static <A> void tell(Retelling<A> retelling, ObjectRef about, Begun<A> begun, boolean ours, Tally tally) {
        A order = begun.order();
        for (int i = 0; i < begun.recorded().size(); i++) {
            switch (begun.recorded().get(i)) {
                case Recorded.Stood(var at, var state) -> order = retelling.standing(order, state, at);
                case Recorded.Told told when ours -> order = tell(retelling, about, order, told, tally);
                case Recorded.Told(var _, var at, var _, var state, var _, var _) -> {
                    tally.skipped++;
                    order = state.isPresent() ? retelling.standing(order, state.get(), at) : order;
                }
                case Recorded.Unclear(var _) -> {
                    tally.skipped += begun.recorded().stream()
                            .skip(i)
                            .mapToInt(Recorded::messages)
                            .sum();
                    return;
                }
            }
        }
    }

    /** What follows is judged from where the order really stood, so that one difference is not told again with each message. */
    private static <A> A tell(Retelling<A> retelling, ObjectRef about, A order, Recorded.Told told, Tally tally) {
        tally.messages++;
        String before = retelling.state(order);
        Decision then = new Decision(told.state().orElse(before), told.owed(), told.refused());
        try {
            Heard<A> heard = retelling.hear(order, told.raw(), told.at());
            Decision now = Decision.of(retelling, heard);
            if (now.equals(then)) {
                return heard.after();
            }
            tally.differences.add(new Difference(about, told.row(), told.at(), then.line(before), now.line(before)));
        } catch (NotUnderstood e) {
            tally.differences.add(new Difference(
                    about, told.row(), told.at(), then.line(before), "not understood: " + e.getMessage()));
        }
        return then.state().equals(before) ? order : retelling.standing(order, then.state(), told.at());
    }
}
