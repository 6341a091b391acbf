package io.quittance.application.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.authorization.Authorization.Hold;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("However often and in whatever order a cancel ends")
class CancelPropertiesTest {
    @Provide
    Arbitrary<List<Boolean>> ends() {
        return Arbitraries.of(true, false).list().ofMinSize(1).ofMaxSize(10);
    }

    @Property(tries = 300)
    @Label("the first end stands, is announced once, and the hold follows it")
    void is_announced_once_and_the_first_end_stands(@ForAll("ends") List<Boolean> ends) {
        AuthorizationScene told = new AuthorizationScene(false);
        told.authorized();
        told.cancel("R1");

        List<Settled> outcomes =
                ends.stream().map(succeeds -> told.cancelEnds("R1", succeeds)).toList();

        assertEquals(Settled.RECORDED, outcomes.getFirst());
        assertEquals(1, outcomes.stream().filter(Settled.RECORDED::equals).count());
        assertEquals(1, told.owed(ObjectRef.of(told.keptCancel("R1").id())).size());
        assertEquals(Optional.of(ends.getFirst() ? Hold.CANCELLED : Hold.OPEN), told.hold());
        assertEquals(
                ends.contains(!ends.getFirst()) ? 1 : 0, told.discrepancies().size());
    }
}
