package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.AuditPage.Damaged;
import io.quittance.bootstrap.management.AuditPage.Part;
import io.quittance.domain.text.Counted;
import io.quittance.http.json.JsonWriter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What was found so far. For people each damage is printed once it is found; JSON comes in the end. */
final class AuditFindings {
    /** In the JSON; more are counted. */
    private static final int MOST_SHOWN = 1_000;

    private final PrintWriter out;
    private final boolean json;
    private final long begun = System.nanoTime();
    private final List<Damaged> shown = new ArrayList<>();
    private long orders;
    private long rows;
    private long damaged;
    private long anchors;

    AuditFindings(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void add(Part part) {
        orders += part.orders();
        rows += part.rows();
        part.damages().forEach(this::add);
    }

    void compared(long anchors) {
        this.anchors += anchors;
    }

    private void add(Damaged one) {
        damaged++;
        if (!json) {
            out.println(line(one));
            out.flush();
        } else if (shown.size() < MOST_SHOWN) {
            shown.add(one);
        }
    }

    static String line(Damaged one) {
        return one.kind() + " " + one.number() + ", row " + one.row() + ": " + one.what() + ", " + one.why();
    }

    /** @return whether nothing was wrong */
    boolean end() {
        long millis = Math.max(1, (System.nanoTime() - begun) / 1_000_000);
        long rate = rows * 1_000 / millis;
        if (json) {
            out.println(JsonWriter.object(o -> o.number("orders", Long.toString(orders))
                            .number("rows", Long.toString(rows))
                            .number("millis", Long.toString(millis))
                            .number("rowsPerSecond", Long.toString(rate))
                            .number("anchors", Long.toString(anchors))
                            .number("damaged", Long.toString(damaged))
                            .array("damages", shown, AuditFindings::damage))
                    .asUtf8());
        } else {
            out.println("Verified " + Counted.of(rows, "row") + " of " + Counted.of(orders, "order")
                    + (anchors == 0 ? "" : ", against " + Counted.of(anchors, "anchor") + ",") + " in " + millis
                    + " ms, " + Counted.of(rate, "row") + " a second: "
                    + (damaged == 0 ? "all is as it was written." : damaged + " damaged."));
        }
        out.flush();
        return damaged == 0;
    }

    private static void damage(JsonWriter o, Damaged one) {
        o.text("kind", one.kind())
                .text("number", one.number())
                .number("row", one.row())
                .text("what", one.what())
                .text("why", one.why());
    }
}
