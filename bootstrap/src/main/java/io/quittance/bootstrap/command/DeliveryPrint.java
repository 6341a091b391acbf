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
import io.quittance.http.json.JsonWriter;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How deliveries are printed: for people, or as the JSON that was answered. */
final class DeliveryPrint {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints the JSON of the management API.")
    private boolean json;

    void list(Bytes page) {
        print(page, out -> out.list(DeliveryPage.listed(page)));
    }

    void one(Bytes delivery) {
        print(delivery, out -> out.one(DeliveryPage.whole(delivery)));
    }

    void count(Bytes count) {
        print(count, out -> out.count(DeliveryPage.count(count)));
    }

    void sent(Bytes sent) {
        print(sent, out -> out.sent(DeliveryPage.sent(sent)));
    }

    /** What came of all batches together. */
    void batches(Batch all) {
        Bytes written =
                JsonWriter.object(o -> o.number("armed", all.armed() + "").number("already", all.already() + ""));
        print(
                written,
                out -> out.say("Orders of which what is owed is sent now: " + all.armed() + "; nothing to change at "
                        + all.already() + " more."));
    }

    private void print(Bytes answer, Consumer<Lines> lines) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(answer.asUtf8());
        } else {
            lines.accept(new Lines(out));
        }
        out.flush();
    }

    /** For people. */
    private record Lines(PrintWriter out) {
        private static final String COLUMNS = "%10s  %-12s  %-36s  %-9s  %3s  %-27s  %-27s  %s%n";

        void say(String sentence) {
            out.println(sentence);
        }

        void list(Listed page) {
            if (page.owed().isEmpty() && page.told().isEmpty()) {
                say("There is none.");
                return;
            }
            out.printf(COLUMNS, "ID", "ABOUT", "NUMBER", "STATE", "TRY", "NEXT", "OWED", "APP ID");
            page.owed().forEach(this::row);
            page.told()
                    .forEach(told -> say("     entry " + told.row() + " of its journal, owed " + told.owedAt()
                            + ", delivered " + told.toldAt()));
            page.behind().ifPresent(id -> say("There are more: --behind " + id));
        }

        private void row(Owed one) {
            out.printf(
                    COLUMNS,
                    one.id(),
                    one.kind(),
                    one.number(),
                    one.state(),
                    one.attempt(),
                    one.dueAt().orElse("not now"),
                    one.owedAt().orElse("?"),
                    one.appId());
        }

        void one(Whole whole) {
            Owed owed = whole.owed();
            say("delivery " + owed.id());
            line("about", owed.kind() + " " + owed.number() + ", entry " + owed.row() + " of its journal");
            whole.order().theirs().forEach(name -> line("merchant's", name));
            whole.order().upstream().ifPresent(number -> line("upstream's", number));
            line("order", whole.order().state());
            line("type", whole.type().orElse("none, as it has the older form of payouts"));
            line("app id", owed.appId());
            line("goes to", owed.address());
            line("endpoint", whole.endpoint());
            line("state", owed.state() + (owed.attempt().equals("0") ? "" : ", tried " + owed.attempt() + " times"));
            line("owed since", owed.owedAt().orElse("?"));
            line("next", whole.next());
            say("");
            say("What is told");
            body(whole.body().or(() -> Optional.of("(not shown)")));
            say("");
            say("What was answered");
            if (whole.attempts().isEmpty()) {
                say("  Nothing was tried yet.");
            }
            whole.attempts().forEach(this::attempt);
        }

        private void attempt(StoryPage.Row row) {
            say("  " + row.at() + "  " + row.note());
            if (!row.more().isEmpty()) {
                say("    " + String.join(", ", row.more()));
            }
            body(row.body());
        }

        private void body(Optional<String> body) {
            body.ifPresent(text -> text.lines().forEach(line -> say("    " + line)));
        }

        private void line(String name, String value) {
            out.printf("  %-12s%s%n", name, value);
        }

        void count(Count count) {
            say("Messages: " + count.count() + ".");
            count.oldest().ifPresent(time -> line("oldest", time));
            count.newest().ifPresent(time -> line("newest", time));
        }

        void sent(Sent sent) {
            say(
                    switch (sent.outcome()) {
                        case "armed" -> "What is owed is sent now.";
                        case "again" -> "Its last news is sent once more.";
                        default -> "Nothing changed: it is to be sent now already.";
                    });
            say("See 'quittance order show " + sent.number() + "'.");
        }
    }
}
