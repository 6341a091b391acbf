package io.quittance.application.journal;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The twin of the discrepancies' tables. */
public final class InMemoryDiscrepancies implements Discrepancies {
    private final Memory memory;
    private final Rows<Long, Kept> rows;
    private final Rows<Long, List<Look>> looks;
    private long lastId;

    public InMemoryDiscrepancies(Memory memory) {
        this.memory = memory;
        rows = Rows.of(memory);
        looks = Rows.of(memory);
    }

    @Override
    public boolean open(Discrepancy discrepancy) {
        return memory.within(() -> {
            Optional<Kept> known = rows.all()
                    .filter(row -> row.discrepancy().merchant().equals(discrepancy.merchant()))
                    .filter(row -> row.discrepancy()
                            .message()
                            .fingerprint()
                            .equals(discrepancy.message().fingerprint()))
                    .findFirst();
            Kept kept = known.map(row -> new Kept(row.number(), row.discrepancy(), row.repeats() + 1, row.ending()))
                    .orElseGet(() -> new Kept(++lastId, readAgain(discrepancy), 0, Optional.empty()));
            rows.put(kept.number(), kept);
            return known.isEmpty();
        });
    }

    /** What was odd about a message stands in the journal; who adopts it is not kept with it. */
    private static Discrepancy readAgain(Discrepancy told) {
        Message message = told.message();
        return new Discrepancy(
                told.merchant(),
                told.account(),
                told.about(),
                new Message(
                        message.raw(),
                        message.keyId(),
                        message.fingerprint(),
                        List.of(),
                        message.came(),
                        Optional.empty()),
                told.why(),
                told.at());
    }

    @Override
    public List<Kept> unassigned(int limit) {
        return of(Optional.empty(), limit);
    }

    @Override
    public List<Kept> of(MerchantId merchant, int limit) {
        return of(Optional.of(merchant), limit);
    }

    private List<Kept> of(Optional<MerchantId> merchant, int limit) {
        return memory.read(() -> rows.all()
                .filter(row -> row.ending().isEmpty())
                .filter(row -> row.discrepancy().merchant().equals(merchant))
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<Kept> find(long number) {
        return memory.read(() -> rows.get(number));
    }

    @Override
    public List<Kept> page(Wanted wanted, Optional<Long> behind, int limit) {
        Comparator<Kept> upwards = Comparator.comparing(Kept::number);
        Comparator<Kept> order = wanted.oldestFirst() ? upwards : upwards.reversed();
        return memory.read(() -> {
            Stream<Kept> all = rows.all().filter(row -> row.ending().isPresent() == wanted.ended());
            return all.filter(row -> isWanted(row.discrepancy(), wanted))
                    .filter(row -> behind.isEmpty()
                            || (wanted.oldestFirst() ? row.number() > behind.get() : row.number() < behind.get()))
                    .sorted(order)
                    .limit(limit)
                    .map(InMemoryDiscrepancies::withoutBody)
                    .toList();
        });
    }

    private static Kept withoutBody(Kept row) {
        Discrepancy told = row.discrepancy();
        Message message = told.message();
        Message bare = new Message(
                Bytes.utf8(""),
                message.keyId(),
                message.fingerprint(),
                message.odd(),
                message.came(),
                message.adopted());
        return new Kept(
                row.number(),
                new Discrepancy(told.merchant(), told.account(), told.about(), bare, told.why(), told.at()),
                row.repeats(),
                row.ending());
    }

    private static boolean isWanted(Discrepancy one, Wanted wanted) {
        Predicate<ObjectRef> listed =
                about -> wanted.about().isEmpty() || wanted.about().contains(about);
        boolean anyOrder = wanted.kind().isEmpty() && wanted.about().isEmpty();
        return (anyOrder
                        || one.about()
                                .filter(about ->
                                        wanted.kind().isEmpty() || wanted.kind().get() == about.kind())
                                .filter(listed)
                                .isPresent())
                && (wanted.merchant().isEmpty() || wanted.merchant().equals(one.merchant()))
                && (wanted.until().isEmpty() || !one.at().isAfter(wanted.until().get()));
    }

    @Override
    public boolean end(long number, Ending ending, Optional<ObjectRef> about) {
        return memory.within(() -> {
            Optional<Kept> open = rows.get(number).filter(row -> row.ending().isEmpty());
            open.ifPresent(row -> {
                Discrepancy told = row.discrepancy();
                Discrepancy known = new Discrepancy(
                        told.merchant(),
                        told.account(),
                        told.about().or(() -> about),
                        told.message(),
                        told.why(),
                        told.at());
                rows.put(number, new Kept(number, known, row.repeats(), Optional.of(ending)));
            });
            return open.isPresent();
        });
    }

    @Override
    public void looked(long number, Look look) {
        memory.within(() -> {
            looks.put(
                    number,
                    Stream.concat(looks.get(number).orElse(List.of()).stream(), Stream.of(look))
                            .toList());
            return true;
        });
    }

    @Override
    public List<Look> looks(long number) {
        return memory.read(() -> looks.get(number).orElse(List.of()));
    }

    @Override
    public void forget(ObjectRef about) {
        memory.within(() -> {
            rows.all()
                    .filter(row -> row.discrepancy().about().equals(Optional.of(about)))
                    .toList()
                    .forEach(row -> rows.put(
                            row.number(),
                            new Kept(row.number(), without(row.discrepancy()), row.repeats(), row.ending())));
            return true;
        });
    }

    private static Discrepancy without(Discrepancy told) {
        Message message = told.message();
        Message nothing = new Message(
                Bytes.utf8(""), message.keyId(), message.fingerprint(), List.of(), message.came(), Optional.empty());
        return new Discrepancy(told.merchant(), told.account(), told.about(), nothing, told.why(), told.at());
    }

    @Override
    public long open() {
        return memory.read(
                () -> rows.all().filter(row -> row.ending().isEmpty()).count());
    }
}
