package io.quittance.bootstrap.management;

import io.quittance.application.erasure.FindPersons;
import io.quittance.application.erasure.ForgetPersons;
import io.quittance.application.erasure.ForgetPersons.Outcome;
import io.quittance.application.journal.ObjectRef;
import io.quittance.bootstrap.management.Audits.Span;
import io.quittance.bootstrap.management.Repairs.By;
import io.quittance.bootstrap.management.Repairs.Done;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.JsonWriter;

/** Persons straight where the orders are kept. */
public final class KeptPersons implements Persons {
    private final FindPersons finding;
    private final ForgetPersons forgetting;

    public KeptPersons(FindPersons finding, ForgetPersons forgetting) {
        this.finding = finding;
        this.forgetting = forgetting;
    }

    @Override
    public Bytes find(Span span, String value) {
        String wanted = value.strip();
        // What was looked for names a person, so it is not repeated.
        if (wanted.isEmpty() || wanted.length() > FindPersons.MAX_VALUE) {
            throw new Trouble(
                    "The value has " + wanted.length() + " characters (expected: 1 to " + FindPersons.MAX_VALUE + ").");
        }
        FindPersons.Part part = finding.part(Spans.months(span), Spans.behind(span), wanted);
        return JsonWriter.object(o -> o.array("orders", part.orders(), Spans::order)
                .number("rows", Long.toString(part.rows()))
                .number("unreadable", Long.toString(part.unreadable()))
                .text("behind", part.behind().map(Spans::place)));
    }

    @Override
    public Done forget(By by) {
        ObjectRef about = new ObjectRef(KeptStories.kind(by.kind()), by.number());
        String which = by.kind() + " " + ProtocolText.excerpt(by.number());
        return switch (forgetting.forget(about, new ByWhom(by.person(), by.reason()).hand())) {
            case Outcome.Done _ -> new Done(true);
            case Outcome.Already() -> new Done(false);
            case Outcome.Refused(var why) -> throw new Trouble("Nothing is forgotten of " + which + ": " + why + ".");
            case Outcome.Unknown() -> throw new Trouble("There is no " + which + ".");
        };
    }
}
