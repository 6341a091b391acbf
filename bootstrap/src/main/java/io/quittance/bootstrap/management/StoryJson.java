package io.quittance.bootstrap.management;

import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Journal;
import io.quittance.application.story.Outstanding.Asking;
import io.quittance.application.story.Outstanding.Stopped;
import io.quittance.application.story.Outstanding.Telling;
import io.quittance.application.story.Story;
import io.quittance.application.story.Summary;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.json.MaskedJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Orders and their stories in the JSON of the management API. @param apps by which apps merchants are known */
record StoryJson(Function<MerchantId, Optional<AppId>> apps) {
    void summary(JsonWriter out, Summary summary) {
        summary(out, summary, summary.endShown());
    }

    private void summary(JsonWriter out, Summary summary, Optional<Instant> endedAt) {
        out.text("kind", KeptStories.word(summary.about().kind()))
                .text("number", summary.about().id())
                .text("appId", apps.apply(summary.merchant()).map(AppId::value))
                .array(
                        "theirs",
                        summary.theirs(),
                        (o, one) -> o.text("field", one.field()).text("value", one.value()))
                .text("upstream", summary.upstream())
                .number("account", Long.toString(summary.account().value()))
                .text("state", summary.state())
                .text("detail", summary.detail());
        summary.amount()
                .ifPresentOrElse(
                        amount -> out.number("amount", amount.text())
                                .text("currency", amount.currency().code()),
                        () -> out.nul("amount").nul("currency"));
        out.text("createdAt", summary.createdAt().toString())
                .text("endedAt", endedAt.map(Instant::toString))
                .text("failureCode", summary.failure().map(Failure::code))
                .text("failureMessage", summary.failure().map(Failure::message))
                .text("overdueAt", summary.overdueAt().map(Instant::toString));
    }

    Bytes masked(Story story) {
        return story(story, MaskedJson::masked);
    }

    Bytes whole(Story story) {
        return story(story, StoryJson::asItIs);
    }

    /** What is no JSON is shown as text, as far as it is any. */
    static Optional<String> asItIs(Bytes body) {
        return MaskedJson.whole(body).or(() -> Optional.of(new String(body.toArray(), StandardCharsets.UTF_8)));
    }

    /** @param showing how a body is shown; empty where it is shown by its length alone */
    private Bytes story(Story story, Function<Bytes, Optional<String>> showing) {
        return JsonWriter.object(o -> {
            o.object("order", order -> summary(order, story.summary(), story.endedAt()))
                    .text("overdueFrom", story.overdueFrom().map(Instant::toString));
            story.asking()
                    .ifPresentOrElse(asking -> o.object("asking", one -> asking(one, asking)), () -> o.nul("asking"));
            o.array("telling", story.telling(), StoryJson::telling)
                    .array("discrepancies", story.discrepancies(), StoryJson::discrepancy)
                    .array("journal", story.rows(), (one, row) -> row(one, row, showing));
        });
    }

    private static void discrepancy(JsonWriter out, Kept kept) {
        out.number("number", Long.toString(kept.number()))
                .text("at", kept.discrepancy().at().toString())
                .text("why", kept.discrepancy().why());
    }

    private static void asking(JsonWriter out, Asking asking) {
        waiting(out.text("step", asking.step().name()), asking.attempt(), asking.dueAt(), asking.stopped());
    }

    private static void telling(JsonWriter out, Telling telling) {
        waiting(
                out.number("row", Integer.toString(telling.owed())),
                telling.attempt(),
                telling.dueAt(),
                telling.stopped());
    }

    private static void waiting(JsonWriter out, int attempt, Optional<Instant> dueAt, Optional<Stopped> stopped) {
        out.number("attempt", Integer.toString(attempt))
                .text("dueAt", dueAt.map(Instant::toString))
                .text("stopped", stopped.map(Stopped::how))
                .text("why", stopped.flatMap(Stopped::why));
    }

    static void row(JsonWriter out, Journal.Row row, Function<Bytes, Optional<String>> showing) {
        var entry = row.entry();
        out.number("row", Integer.toString(row.sequence()))
                .text("at", entry.at().toString())
                .text("kind", entry.kind().name())
                .text("note", entry.note())
                .text("who", entry.who())
                .text("keyId", entry.keyId());
        number(out, "status", entry.status().map(Object::toString));
        number(out, "tookMillis", entry.took().map(took -> Long.toString(took.toMillis())));
        number(out, "repeats", Optional.of(row.repeats()).filter(n -> n > 0).map(Object::toString));
        number(out, "bytes", entry.body().map(body -> Integer.toString(body.toArray().length)));
        out.text("body", entry.body().flatMap(showing)).text("unreadable", row.unreadable());
    }

    static void number(JsonWriter out, String name, Optional<String> value) {
        value.ifPresentOrElse(text -> out.number(name, text), () -> out.nul(name));
    }
}
