package io.quittance.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.text.Bytes;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@DisplayName("Deliveries in a pipe")
class DeliveryPrintTest {
    @Command(name = "prints")
    private static final class Prints implements Runnable {
        @Mixin
        private DeliveryPrint out;

        @Override
        public void run() {
            out.list(Bytes.utf8("""
                {"deliveries":[{"id":"7","kind":"capture","number":"C1","row":4,"appId":"A","endpoint":"books","state":"retrying",
                "attempt":1,"dueAt":"2026-11-27T12:00:00Z","owedAt":"2026-11-27T11:00:00Z"}],
                "delivered":[{"row":3,"endpoint":"registered","owedAt":"2026-11-27T09:00:00Z","toldAt":"2026-11-27T09:00:01Z"}],"behind":null}\
                """));
        }
    }

    @Test
    void have_something_in_each_field_also_where_they_are_owed_no_more() {
        StringWriter out = new StringWriter();
        new CommandLine(new Prints()).setOut(new PrintWriter(out, true)).execute();

        assertEquals("""
            7\tcapture\tC1\tretrying\t1\t2026-11-27T12:00:00Z\t2026-11-27T11:00:00Z\tA\tbooks
            -\t-\tentry 3 of its journal\tdelivered\t-\ttold 2026-11-27T09:00:01Z\t2026-11-27T09:00:00Z\t-\tregistered
            """, out.toString());
    }
}
