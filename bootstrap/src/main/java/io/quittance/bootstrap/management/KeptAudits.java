package io.quittance.bootstrap.management;

import io.quittance.application.audit.Damage;
import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.audit.VerifyJournal;
import io.quittance.application.audit.VerifyJournal.Anchored;
import io.quittance.application.audit.VouchForRows;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.JsonWriter;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The seals straight from where the journal is kept. */
public final class KeptAudits implements Audits {
    private final VerifyJournal verifying;
    private final VouchForRows vouching;

    public KeptAudits(VerifyJournal verifying, VouchForRows vouching) {
        this.verifying = verifying;
        this.vouching = vouching;
    }

    @Override
    public Bytes verify(Span span) {
        return json(verifying.part(months(span), behind(span)));
    }

    @Override
    public Bytes verify(String kind, String number) {
        return json(verifying.order(new ObjectRef(KeptStories.kind(kind), number)));
    }

    @Override
    public Bytes compare(List<String> anchors) {
        if (anchors.size() > MOST_ANCHORS) {
            throw new Trouble("There are " + anchors.size() + " anchors (expected: at most " + MOST_ANCHORS + ").");
        }
        return json(verifying.anchored(anchors.stream().map(AnchorLine::read).toList()));
    }

    @Override
    public Bytes anchors(Span span) {
        Anchored part = verifying.anchors(months(span), behind(span));
        return JsonWriter.object(o -> o.texts(
                        "anchors", part.anchors().stream().map(AnchorLine::of).toList())
                .text("behind", part.behind().map(KeptAudits::place)));
    }

    @Override
    public Bytes vouch(Span span, String reason, String person) {
        Hand hand = new ByWhom(person, reason).hand();
        VouchForRows.Part part = vouching.part(months(span), behind(span), hand);
        return JsonWriter.object(o -> o.number("rows", Long.toString(part.rows()))
                .array("orders", part.orders(), KeptAudits::order)
                .array("damages", part.damages(), KeptAudits::damage)
                .text("behind", part.behind().map(KeptAudits::place)));
    }

    private static Bytes json(VerifyJournal.Part part) {
        return JsonWriter.object(o -> o.number("orders", Integer.toString(part.orders()))
                .number("rows", Long.toString(part.rows()))
                .array("damages", part.damages(), KeptAudits::damage)
                .text("behind", part.behind().map(KeptAudits::place)));
    }

    private static void damage(JsonWriter out, Damage damage) {
        order(out, damage.about());
        out.number("row", Integer.toString(damage.sequence()))
                .text("what", damage.what().name())
                .text("why", damage.why());
    }

    private static void order(JsonWriter out, ObjectRef about) {
        out.text("kind", KeptStories.word(about.kind())).text("number", about.id());
    }

    private static String place(ObjectRef about) {
        return KeptStories.word(about.kind()) + "/" + about.id();
    }

    private static Optional<ObjectRef> behind(Span span) {
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

    private static Months months(Span span) {
        Months months = new Months(
                span.since().map(KeptAudits::month).orElse(Months.ALL.from()),
                span.until().map(KeptAudits::month).orElse(Months.ALL.until()));
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
