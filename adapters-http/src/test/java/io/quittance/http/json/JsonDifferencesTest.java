package io.quittance.http.json;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Over documents by chance. */
class JsonDifferencesTest {
    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void sound_documents_are_read_as_others_read_them(@ForAll Random random) {
        Differences.check(Documents.sound(random));
    }

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void damaged_documents_are_read_or_refused_as_others_do(@ForAll Random random) {
        Differences.check(Documents.damaged(random));
    }
}
