package io.quittance.application.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.store.Given;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a journal says of an order's moves")
class RecordedTest {
    private static final Instant AT = Given.NOON;
    private static final Bytes RAW = Bytes.utf8("news");

    private static final JournalEntry HEARD =
            JournalEntry.noted(Kind.RECEIVED, AT, "news").with(RAW);
    private static final JournalEntry MOVED =
            JournalEntry.noted(Kind.MOVED, AT, "PENDING -> SUCCESS, on the word of the entry before");

    private static List<Recorded> in(JournalEntry... entries) {
        return Recorded.in(IntStream.range(0, entries.length)
                .mapToObj(i -> new Journal.Row(i + 1, entries[i], 0))
                .toList());
    }

    private static JournalEntry owed(String result) {
        return JournalEntry.noted(Kind.OWED, AT, "the merchant is owed the news of " + result)
                .with(RAW);
    }

    @Test
    void counts_a_result_once_in_however_many_forms_it_was_owed() {
        assertEquals(
                List.of(new Recorded.Told(1, AT, RAW, Optional.of("SUCCESS"), 1, false)),
                in(HEARD, MOVED, owed("SUCCESS"), owed("SUCCESS")));
        assertEquals(
                List.of(new Recorded.Told(1, AT, RAW, Optional.of("SUCCESS"), 2, false)),
                in(HEARD, MOVED, owed("SUCCESS"), owed("BOUNCEBACK")));
    }

    @Test
    void tells_nothing_of_a_message_that_a_person_adopted_but_that_it_was_one() {
        JournalEntry adopted = JournalEntry.noted(Kind.OPERATED, AT, "adopted what discrepancy 7 says: it is right")
                .by("Ada");

        assertEquals(List.of(new Recorded.Unclear(1)), in(HEARD, adopted, MOVED, owed("SUCCESS")));
    }
}
