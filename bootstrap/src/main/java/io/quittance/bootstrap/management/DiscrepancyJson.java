package io.quittance.bootstrap.management;

import io.quittance.application.discrepancy.EndDiscrepancy.Outcome;
import io.quittance.application.discrepancy.TellDiscrepancy.Whole;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Discrepancies.Ending;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.story.Summary;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.json.MaskedJson;
import java.util.Optional;
import java.util.function.Function;

/** Discrepancies in the JSON of the management API. @param apps by which apps merchants are known */
record DiscrepancyJson(Function<MerchantId, Optional<AppId>> apps) {
    private static final String OPEN = "OPEN";

    void one(JsonWriter out, Kept kept) {
        Discrepancy told = kept.discrepancy();
        Optional<Ending> ending = kept.ending();
        out.number("number", Long.toString(kept.number()))
                .text("state", ending.map(end -> end.how().name()).orElse(OPEN))
                .text("at", told.at().toString())
                .text("why", told.why())
                .text("appId", told.merchant().flatMap(apps).map(AppId::value))
                .text("account", told.account().map(AccountId::toString))
                .text("kind", told.about().map(ObjectRef::kind).map(KeptStories::word))
                .text("order", told.about().map(ObjectRef::id))
                .text("cameTo", told.message().came().map(Message.Came::callback))
                .text("keyId", told.message().keyId())
                .number("repeats", Integer.toString(kept.repeats()))
                .text("endedAt", ending.map(end -> end.at().toString()))
                .text("endedBy", ending.map(Ending::person))
                .text("endedWhy", ending.map(Ending::reason));
    }

    Bytes masked(Whole whole) {
        return whole(whole, MaskedJson::masked);
    }

    Bytes whole(Whole whole) {
        return whole(whole, StoryJson::asItIs);
    }

    private Bytes whole(Whole whole, Function<Bytes, Optional<String>> showing) {
        Bytes raw = whole.kept().discrepancy().message().raw();
        boolean open = whole.kept().ending().isEmpty();
        return JsonWriter.object(o -> {
            o.object("discrepancy", one -> one(one, whole.kept()))
                    .number("bytes", Integer.toString(raw.toArray().length))
                    .text("body", showing.apply(raw));
            whole.order()
                    .ifPresentOrElse(
                            order -> o.object("order", one -> new StoryJson(apps).summary(one, order)),
                            () -> o.nul("order"));
            o.bool("closes", open)
                    .object("adopting", one -> adopting(one, whole.adopting()))
                    .bool(
                            "settles",
                            open
                                    && whole.order()
                                            .filter(DiscrepancyJson::settles)
                                            .isPresent())
                    .array(
                            "looks",
                            whole.looks(),
                            (one, look) -> one.text("at", look.at().toString())
                                    .text("person", look.person())
                                    .text("reason", look.reason()));
        });
    }

    /** Whether a person may end that order on their own word. */
    static boolean settles(Summary order) {
        return switch (order.about().kind()) {
            case CAPTURE, CANCEL, PAYOUT -> order.endedAt().isEmpty();
            case PAYMENT, PAYMENT_LINK, RELAY, NEWS -> false;
        };
    }

    private static void adopting(JsonWriter out, Outcome outcome) {
        switch (outcome) {
            case Outcome.Possible(var order, var what) ->
                out.bool("possible", true)
                        .text("kind", KeptStories.word(order.kind()))
                        .text("what", what);
            case Outcome.Refused(var why) ->
                out.bool("possible", false).nul("kind").text("what", why);
            case Outcome.Done _, Outcome.Already _, Outcome.Unknown _ ->
                out.bool("possible", false).nul("kind").text("what", "it has ended");
        }
    }
}
