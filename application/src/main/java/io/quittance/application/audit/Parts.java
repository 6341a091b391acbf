package io.quittance.application.audit;

import io.quittance.application.audit.KeptJournal.Head;
import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.audit.KeptJournal.Place;
import io.quittance.application.audit.KeptJournal.Row;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The whole journal part by part: kind by kind, and by the orders' numbers. */
public final class Parts {
    private static final int ROWS = 1_000;

    private Parts() {}

    /**
     * Some orders, and where they stand.
     *
     * @param until the last of them; empty if no more come of that kind
     */
    public record Part(Kind kind, Months months, String behind, List<Head> heads, Optional<String> until) {
        public Part {
            heads = List.copyOf(heads);
        }

        public ObjectRef about(String number) {
            return new ObjectRef(kind, number);
        }

        /** Where the next part begins; empty if there is none. */
        public Optional<ObjectRef> next() {
            return until.map(this::about)
                    .or(() -> Stream.of(Kind.values())
                            .filter(other -> other.ordinal() == kind.ordinal() + 1)
                            .map(other -> new ObjectRef(other, ""))
                            .findFirst());
        }
    }

    /** @param behind where the part before ended; empty for the first */
    public static Part read(KeptJournal kept, Months months, Optional<ObjectRef> behind, int orders) {
        ObjectRef from = behind.orElseGet(() -> new ObjectRef(Kind.values()[0], ""));
        List<Head> heads = kept.heads(from.kind(), months, from.id(), orders);
        Optional<String> until = heads.size() < orders
                ? Optional.empty()
                : Optional.of(heads.getLast().number());
        return new Part(from.kind(), months, from.id(), heads, until);
    }

    /** All rows of a part, also those of which the order is not there. @return how many */
    public static long rows(KeptJournal kept, Part part, Consumer<Row> each) {
        long rows = 0;
        Place place = Place.behind(part.behind());
        List<Row> page;
        do {
            page = kept.rows(part.kind(), part.months(), place, part.until(), ROWS);
            for (Row row : page) {
                each.accept(row);
                place = new Place(row.number(), row.told().sequence(), row.month());
            }
            rows += page.size();
        } while (page.size() == ROWS);
        return rows;
    }
}
