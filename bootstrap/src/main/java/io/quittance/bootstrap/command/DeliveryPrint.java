package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.DeliveryPage;
import io.quittance.bootstrap.management.DeliveryPage.Batch;
import io.quittance.bootstrap.management.DeliveryPage.Count;
import io.quittance.bootstrap.management.DeliveryPage.Listed;
import io.quittance.bootstrap.management.DeliveryPage.Owed;
import io.quittance.bootstrap.management.DeliveryPage.Sent;
import io.quittance.bootstrap.management.DeliveryPage.Whole;
import io.quittance.bootstrap.management.StoryPage;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.Counted;
import io.quittance.http.json.JsonWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How deliveries are printed: for people, or as the JSON that was answered. */
final class DeliveryPrint {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private Printed printed = new Printed();

    void list(Bytes page) {
        print(page, out -> new Told(out).list(DeliveryPage.listed(page)));
    }

    void one(Bytes delivery) {
        print(delivery, out -> new Told(out).one(DeliveryPage.whole(delivery)));
    }

    void count(Bytes count) {
        print(count, out -> new Told(out).count(DeliveryPage.count(count)));
    }

    /** @param notYet what is said besides of what is not sent at once */
    void sent(Bytes sent, Optional<String> notYet) {
        print(sent, out -> new Told(out).sent(DeliveryPage.sent(sent), notYet));
    }

    /** What came of all batches together. */
    void batches(Batch all, Optional<String> notYet) {
        Bytes written = JsonWriter.object(o -> o.number("armed", all.armed() + "")
                .number("already", all.already() + "")
                .number("held", all.held() + ""));
        print(written, out -> {
            out.say("Orders of which what is owed is due now: " + all.armed() + "; nothing to change at "
                    + all.already() + " more.");
            if (all.armed() > 0) {
                notYet.ifPresent(out::say);
            }
            if (all.held() > 0) {
                out.say("Not sent yet: " + Counted.of(all.held(), "message")
                        + " to endpoints that are held. What is owed there goes out when they are released, see"
                        + " 'quittance endpoint list'.");
            }
        });
    }

    private void print(Bytes answer, Consumer<Lines> lines) {
        printed.print(spec, () -> answer, lines);
    }

    /** For people. */
    private record Told(Lines out) {
        /** So that no field is empty, whoever reads them. */
        private static final String NONE = "-";

        void list(Listed page) {
            out.table(
                    List.of("ID", "ABOUT", "NUMBER", "STATE", "TRY", "NEXT", "OWED", "APP ID", "ENDPOINT"),
                    Stream.concat(
                                    page.owed().stream().map(Told::row),
                                    page.told().stream().map(Told::row))
                            .toList(),
                    "There is none.");
            page.behind().ifPresent(id -> out.hint("There are more: --behind " + id));
        }

        private static List<String> row(Owed one) {
            return List.of(
                    one.id(),
                    one.kind(),
                    one.number(),
                    one.state(),
                    one.attempt(),
                    one.dueAt().orElse("not now"),
                    one.owedAt().orElse("?"),
                    one.appId(),
                    one.endpoint());
        }

        /** What is owed no more has no number. */
        private static List<String> row(DeliveryPage.Told told) {
            return List.of(
                    NONE,
                    NONE,
                    "entry " + told.row() + " of its journal",
                    "delivered",
                    NONE,
                    "told " + told.toldAt(),
                    told.owedAt(),
                    NONE,
                    told.endpoint());
        }

        void one(Whole whole) {
            Owed owed = whole.owed();
            out.say("delivery " + owed.id());
            out.line("about", owed.kind() + " " + owed.number() + ", entry " + owed.row() + " of its journal");
            whole.order().theirs().forEach(name -> out.line("merchant's", name));
            whole.order().upstream().ifPresent(number -> out.line("upstream's", number));
            out.line("order", whole.order().state());
            out.line("type", whole.type().orElse("none, as it has the older form of payouts"));
            out.line("app id", owed.appId());
            out.line("goes to", owed.address());
            out.line("endpoint", owed.endpoint() + ", " + whole.endpointState());
            out.line(
                    "state",
                    owed.state()
                            + (owed.attempt().equals("0")
                                    ? ""
                                    : ", tried " + Counted.of(Long.parseLong(owed.attempt()), "time")));
            out.line("owed since", owed.owedAt().orElse("?"));
            out.line("next", whole.next());
            out.say("");
            out.say("What is told");
            body(whole.body().or(() -> Optional.of("(not shown)")));
            out.say("");
            out.say("What was answered");
            if (whole.attempts().isEmpty()) {
                out.say("  Nothing was tried yet.");
            }
            whole.attempts().forEach(this::attempt);
        }

        private void attempt(StoryPage.Row row) {
            out.say("  " + row.at() + "  " + row.note());
            if (!row.more().isEmpty()) {
                out.say("    " + String.join(", ", row.more()));
            }
            body(row.body());
        }

        private void body(Optional<String> body) {
            body.ifPresent(text -> text.lines().forEach(line -> out.say("    " + line)));
        }

        void count(Count count) {
            out.say("Messages: " + count.count() + ".");
            count.oldest().ifPresent(time -> out.line("oldest", time));
            count.newest().ifPresent(time -> out.line("newest", time));
            if (!count.again().equals("0")) {
                out.say("Its last news would be told once more; messages: " + count.again() + ".");
            }
        }

        void sent(Sent sent, Optional<String> notYet) {
            String when = sent.held().isEmpty() ? "sent now" : "due now";
            out.say(
                    switch (sent.outcome()) {
                        case "armed" -> "What is owed is " + when + ".";
                        case "again" ->
                            sent.held().isEmpty()
                                    ? "Its last news is sent once more."
                                    : "Its last news is owed once more.";
                        default -> "Nothing changed: it is " + when + " already.";
                    });
            notYet.ifPresent(out::say);
            if (!sent.held().isEmpty()) {
                out.say("Not sent yet: the endpoint " + String.join(", ", sent.held())
                        + " is held. It goes out when that is released, see 'quittance endpoint release'.");
            }
            out.say("See 'quittance order show " + sent.number() + "'.");
        }
    }
}
