package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Shards that are given away")
class HandoverTest {
    private static final int GIVEN = 20;

    @Test
    void are_chosen_whatever_is_begun_and_finished_meanwhile() {
        Random work = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Handover handover = new Handover(_ -> work.nextBoolean(), System::nanoTime);

            handover.begin(Shard.all(), GIVEN);

            assertEquals(GIVEN, handover.shards().size());
        }
    }
}
