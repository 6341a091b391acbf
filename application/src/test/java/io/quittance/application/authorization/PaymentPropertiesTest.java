package io.quittance.application.authorization;

import static io.quittance.application.authorization.AuthorizationScene.DETAILS;
import static io.quittance.application.authorization.AuthorizationScene.WHY;
import static io.quittance.application.authorization.AuthorizationScene.terms;
import static io.quittance.application.lifecycle.Settled.CONTRADICTED;
import static io.quittance.application.lifecycle.Settled.RECORDED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.store.Given;
import io.quittance.domain.authorization.Payment.Mode;
import io.quittance.domain.authorization.Payment.Report;
import io.quittance.domain.authorization.Payment.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Whatever upstream tells of a payment, in any order and any number of times")
class PaymentPropertiesTest {
    private static final Instant THEN = Given.NOON.minusSeconds(5);

    @Provide
    Arbitrary<List<Report>> anything() {
        List<Report> reports = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            reports.add(new Report.Paid(terms(mode), THEN, DETAILS));
            reports.add(new Report.Declined(terms(mode), THEN, WHY, DETAILS));
            reports.add(new Report.Shut(terms(mode), THEN, WHY, DETAILS));
        }
        return Arbitraries.of(reports).list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 500)
    @Label("the first result is announced, and nothing else")
    void is_announced_once_and_the_first_stands(@ForAll("anything") List<Report> reports) {
        AuthorizationScene told = new AuthorizationScene(false);

        List<Settled> outcomes = reports.stream().map(told::told).toList();

        ObjectRef about = ObjectRef.of(told.payment().id());
        assertEquals(RECORDED, outcomes.getFirst());
        assertEquals(1, outcomes.stream().filter(RECORDED::equals).count());
        assertEquals(1, told.owed(about).size());
        State first = told.payment().state();
        String expected = reports.getFirst().getClass().getSimpleName();
        assertEquals(
                switch (expected) {
                    case "Paid" -> State.Succeeded.class;
                    case "Declined" -> State.Failed.class;
                    default -> State.Closed.class;
                },
                first.getClass());
        assertEquals(outcomes.contains(CONTRADICTED), !told.discrepancies().isEmpty());
    }
}
