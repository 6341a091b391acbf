package io.quittance.http.payerpage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a browser submits is none of our forms, or one that is written and read again as the same. */
public final class FormFuzz {
    private FormFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Form.read(new String(input, StandardCharsets.UTF_8)).ifPresent(form -> {
            assertTrue(form.attempt().matches("[0-9a-f]{1,64}"), form.attempt());
            String written = "attempt=" + form.attempt() + "&method=" + form.method() + "&outcome=" + form.outcome();
            assertEquals(Optional.of(form), Form.read(written));
        });
    }
}
