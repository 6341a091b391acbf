package io.quittance.bootstrap.management;

import io.quittance.application.audit.Damage;
import io.quittance.application.audit.VerifyJournal;
import io.quittance.application.audit.VerifyJournal.Anchored;
import io.quittance.application.audit.VouchForRows;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.util.List;

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
        return json(verifying.part(Spans.months(span), Spans.behind(span)));
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
        Anchored part = verifying.anchors(Spans.months(span), Spans.behind(span));
        return JsonWriter.object(o -> o.texts(
                        "anchors", part.anchors().stream().map(AnchorLine::of).toList())
                .text("behind", part.behind().map(Spans::place)));
    }

    @Override
    public Bytes vouch(Span span, String reason, String person) {
        Hand hand = new ByWhom(person, reason).hand();
        VouchForRows.Part part = vouching.part(Spans.months(span), Spans.behind(span), hand);
        return JsonWriter.object(o -> o.number("rows", Long.toString(part.rows()))
                .array("orders", part.orders(), Spans::order)
                .array("damages", part.damages(), KeptAudits::damage)
                .text("behind", part.behind().map(Spans::place)));
    }

    private static Bytes json(VerifyJournal.Part part) {
        return JsonWriter.object(o -> o.number("orders", Integer.toString(part.orders()))
                .number("rows", Long.toString(part.rows()))
                .array("damages", part.damages(), KeptAudits::damage)
                .text("behind", part.behind().map(Spans::place)));
    }

    private static void damage(JsonWriter out, Damage damage) {
        Spans.order(out, damage.about());
        out.number("row", Integer.toString(damage.sequence()))
                .text("what", damage.what().name())
                .text("why", damage.why());
    }
}
