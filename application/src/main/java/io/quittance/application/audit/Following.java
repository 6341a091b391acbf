package io.quittance.application.audit;

import io.quittance.application.audit.Damage.What;
import io.quittance.application.audit.KeptJournal.Head;
import io.quittance.application.audit.KeptJournal.Row;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.Counted;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Follows the chain of one order: the rows by their sequence numbers, then the end. The first damage counts. A row without a body
 * whose seal does not fit may be one whose body was forgotten: that is only known once a later row says so.
 */
final class Following {
    private static final String DOES_NOT_FIT = "its seal does not fit what it tells, or the row before it";

    private final Chain chain;
    private final ObjectRef about;
    private final Optional<Head> order;
    private final Optional<Seal> orderSeal;
    private final SortedMap<Integer, Bytes> unsealed = new TreeMap<>();
    private final SortedMap<Integer, Bytes> bare = new TreeMap<>();
    private final SortedMap<Integer, Bytes> forgotten = new TreeMap<>();
    private Optional<Seal> head = Optional.empty();
    private Optional<Seal> anchored = Optional.empty();
    private final int anchor;
    private int next = 1;
    private int rows;
    private Optional<Damage> damage = Optional.empty();
    private boolean byCount;
    private final Agreement agreement;
    private Optional<Gap> gap = Optional.empty();

    /** Rows are not there, or a row is that we did not write: which of the two, the row behind it tells, or the end. */
    private record Gap(Damage damage, int row, Optional<Seal> seal, boolean sealed) {
        Gap known(boolean isSealed) {
            return new Gap(damage, row, Optional.empty(), isSealed);
        }
    }

    /** @param anchor the head behind that row is kept */
    Following(Chain chain, ObjectRef about, Optional<Head> order, int anchor) {
        this.chain = chain;
        this.about = about;
        this.order = order;
        this.orderSeal = order.flatMap(Head::seal).flatMap(Seal::read);
        this.anchor = anchor;
        this.agreement = new Agreement(about.kind());
    }

    void row(Row row) {
        rows++;
        if (damage.isEmpty()) {
            check(row);
        } else {
            gap = gap.map(one -> one.seal().isEmpty() ? one : one.known(isSealedTo(one, row)));
            row.seal().flatMap(Seal::read).ifPresent(seal -> beyond(row.told(), seal));
        }
    }

    /** Whether a row is sealed to the one behind the gap, so that this one was written by us and in that place. */
    private boolean isSealedTo(Gap one, Row row) {
        Optional<Seal> to = one.seal().map(seal -> chain.head(about, one.row(), seal));
        return row.seal().flatMap(Seal::read).equals(Optional.of(chain.row(about, to, row.told())));
    }

    /** Behind a damage nothing counts any more but what was said of rows before it. */
    private void beyond(Told told, Seal seal) {
        if (seal.equals(chain.row(about, head, told))) {
            Voucher.FORGOTTEN.read(told).forEach(forgotten::remove);
        }
        head = Optional.of(chain.head(about, told.sequence(), seal));
    }

    private void check(Row row) {
        Told told = row.told();
        int sequence = told.sequence();
        if (order.isEmpty()) {
            found(sequence, What.HEAD, "its order is not there: the order was removed, or the row was inserted");
        } else if (sequence > next) {
            gap(row);
        } else if (sequence < next) {
            found(sequence, What.INSERTED, "there is no such place, or it is taken twice, in two months");
        } else if (row.month() != order.get().month()) {
            found(
                    sequence,
                    What.CHANGED,
                    "it stands in month " + row.month() + ", its order in "
                            + order.get().month());
        } else if (row.unreadable().isPresent()) {
            broken(sequence, row.unreadable().get());
        } else {
            next++;
            agreement.told(told);
            row.seal().ifPresentOrElse(cell -> sealed(told, cell), () -> unsealed(told));
        }
    }

    private void gap(Row row) {
        int sequence = row.told().sequence();
        found(next, What.REMOVED, "row " + sequence + " comes instead");
        Optional<Seal> seal = row.seal().flatMap(Seal::read).filter(one -> one.key() == chain.keyId());
        head = seal.map(one -> chain.head(about, sequence, one));
        gap = damage.map(one -> new Gap(one, sequence, seal, false));
    }

    private void unsealed(Told told) {
        unsealed.put(told.sequence(), chain.asFound(about, told));
        if (told.body().isEmpty()) {
            bare.put(told.sequence(), chain.forgotten(about, told, Optional.empty()));
        }
    }

    private void sealed(Told told, Bytes cell) {
        int sequence = told.sequence();
        Optional<Seal> read = Seal.read(cell);
        if (read.isEmpty()) {
            broken(sequence, "its seal is none");
            return;
        }
        Seal seal = read.get();
        if (seal.key() != chain.keyId()) {
            String here = Seal.keyName(chain.keyId());
            broken(
                    sequence,
                    "it is sealed with the audit key " + Seal.keyName(seal.key()) + ", and this one is " + here);
            return;
        }
        if (!seal.equals(chain.row(about, head, told))) {
            // The row that it is chained to tells whether one before it had a seal once.
            int before = head.map(Seal::number).orElse(0) + 1;
            if (before < sequence && seal.number() >= before) {
                found(before, What.CHANGED, "its seal was taken away");
                return;
            }
            if (told.body().isPresent()) {
                broken(sequence, DOES_NOT_FIT);
                head = Optional.of(chain.head(about, sequence, seal));
                return;
            }
            forgotten.put(sequence, chain.forgotten(about, told, Optional.of(cell)));
        }
        head = Optional.of(chain.head(about, sequence, seal));
        if (sequence == anchor) {
            anchored = head;
        }
        Voucher.FOUND.read(told).forEach((row, found) -> vouched(sequence, row, found));
        Voucher.FORGOTTEN.read(told).forEach((row, left) -> forgotten(sequence, row, left));
    }

    private void vouched(int by, int row, Bytes found) {
        if (found.equals(unsealed.remove(row))) {
            return;
        }
        Bytes left = bare.get(row);
        if (left == null) {
            found(row, What.CHANGED, "it is not as it was when row " + by + " vouched for it");
        } else {
            forgotten.put(row, left);
        }
    }

    private void forgotten(int by, int row, Bytes left) {
        if (!left.equals(forgotten.remove(row))) {
            found(row, What.CHANGED, "it is not as it was when row " + by + " said that its body is forgotten");
        }
    }

    /** Which kind of damage it is that makes a row not fit is told in the end, by how many rows there should be. */
    private void broken(int sequence, String why) {
        found(sequence, What.CHANGED, why);
        byCount = true;
    }

    private void found(int sequence, What what, String why) {
        if (damage.filter(one -> one.sequence() <= sequence).isEmpty()) {
            damage = Optional.of(new Damage(about, sequence, what, why));
        }
    }

    /** Once all rows were told. */
    Optional<Damage> end() {
        if (!forgotten.isEmpty()
                && damage.filter(one -> one.sequence() < forgotten.firstKey()).isEmpty()) {
            damage = Optional.empty();
            broken(forgotten.firstKey(), DOES_NOT_FIT);
        }
        if (damage.isEmpty()) {
            order.ifPresent(this::atTheEnd);
        } else if (damage.equals(gap.map(Gap::damage))) {
            damage = gap.map(this::atTheGap);
        } else if (byCount) {
            damage = damage.map(one -> new Damage(about, one.sequence(), what(one.sequence()), one.why()));
        }
        return damage;
    }

    /** A gap before a row that others are sealed to, or in a place that there was, is a removed row. */
    private Damage atTheGap(Gap one) {
        boolean last = one.seal().isPresent() && orderSeal.equals(head);
        if (one.sealed() || last || next <= should() && rows < should()) {
            return one.damage();
        }
        What what = next <= should() && rows == should() ? What.CHANGED : What.INSERTED;
        return new Damage(
                about, one.row(), what, "it stands behind row " + (next - 1) + ", and nothing is sealed to it");
    }

    /** How many rows there were once, as far as the order's row was sealed, or says. */
    private int should() {
        return orderSeal
                .map(Seal::number)
                .orElseGet(() -> order.map(Head::sequence).orElse(0));
    }

    private What what(int sequence) {
        int should = should();
        if (rows > should || sequence > should) {
            return What.INSERTED;
        }
        return rows < should ? What.REMOVED : What.CHANGED;
    }

    private void atTheEnd(Head own) {
        int sealedUpTo = head.map(Seal::number).orElse(0);
        int last = next - 1;
        if (own.seal().isPresent() && orderSeal.isEmpty()) {
            found(last, What.HEAD, "the seal on the order's row is none");
        } else if (orderSeal.map(Seal::number).orElse(0) > last) {
            found(
                    next,
                    What.REMOVED,
                    "the order's row was sealed behind row " + orderSeal.get().number());
        } else if (own.sequence() < last) {
            found(own.sequence() + 1, What.INSERTED, "the order's row counts " + Counted.of(own.sequence(), "row"));
        } else if (own.sequence() > last) {
            found(next, What.REMOVED, "the order's row counts " + Counted.of(own.sequence(), "row"));
        } else if (last == 0) {
            found(1, What.REMOVED, "an order has a story, and this one has none");
        } else if (orderSeal.map(Seal::number).orElse(0) > sealedUpTo) {
            found(sealedUpTo + 1, What.CHANGED, "its seal was taken away");
        } else if (!orderSeal.equals(head)) {
            found(last, What.HEAD, "the seal on the order's row does not fit this row");
        } else if (!unsealed.isEmpty()) {
            found(unsealed.firstKey(), What.UNSEALED, "an older version wrote it, or it was inserted");
        } else {
            agreement.with(own.own()).ifPresent(one -> found(one.row(), What.ORDER, one.why()));
        }
    }

    /** Rows that nobody vouched for, each as it was found. */
    SortedMap<Integer, Bytes> unsealed() {
        return unsealed;
    }

    /**
     * The head behind the row that was to be kept, once all rows were told; empty if there was none, nothing was sealed there, or
     * the story up to it is not whole.
     */
    Optional<Seal> anchored() {
        return forgotten.isEmpty() || forgotten.firstKey() > anchor ? anchored : Optional.empty();
    }
}
