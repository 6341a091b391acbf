package io.quittance.bootstrap.management;

import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.journal.ObjectRef;
import io.quittance.bootstrap.management.Audits.Span;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.JsonWriter;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;

/** Parts of the journal, in the words of the management API. */
final class Spans {
    private Spans() {}

    /** @param named what was asked for by that name */
    static Span read(Function<String, Optional<String>> named) {
        return new Span(named.apply("since"), named.apply("until"), named.apply("behind"));
    }

    static void order(JsonWriter out, ObjectRef about) {
        out.text("kind", KeptStories.word(about.kind())).text("number", about.id());
    }

    static String place(ObjectRef about) {
        return KeptStories.word(about.kind()) + "/" + about.id();
    }

    static Optional<ObjectRef> behind(Span span) {
        return span.behind().map(place -> {
            int cut = place.indexOf('/');
            if (cut < 0) {
                throw new Trouble("The place is " + ProtocolText.excerpt(place)
                        + " (expected: what the page before named as \"behind\", a kind and our number of an order, as"
                        + " capture/C26...).");
            }
            return new ObjectRef(KeptStories.kind(place.substring(0, cut)), place.substring(cut + 1));
        });
    }

    static Months months(Span span) {
        Months months = new Months(
                span.since().map(Spans::month).orElse(Months.ALL.from()),
                span.until().map(Spans::month).orElse(Months.ALL.until()));
        if (months.from() > months.until()) {
            throw new Trouble("No month is since " + span.since().orElseThrow() + " and until "
                    + span.until().orElseThrow() + " (expected: until that month or a later one).");
        }
        return months;
    }

    private static int month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            return month.getYear() * 100 + month.getMonthValue();
        } catch (DateTimeException e) {
            throw new Trouble("The month is " + ProtocolText.excerpt(text) + " (expected: as 2026-03).", e);
        }
    }
}
