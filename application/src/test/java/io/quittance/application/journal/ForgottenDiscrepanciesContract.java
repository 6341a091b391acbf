package io.quittance.application.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.MerchantId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Discrepancies} promises of persons who are forgotten. */
public interface ForgottenDiscrepanciesContract {
    Store store();

    @Test
    default void forgets_the_messages_about_an_order_and_nothing_else() {
        Capture capture = GivenOperations.kept(store());
        MerchantId merchant = capture.merchant();
        open(merchant, Optional.of(ObjectRef.of(capture.id())), "names a person");
        open(merchant, Optional.empty(), "names another");
        List<Kept> before = store().discrepancies().of(merchant, 9);

        store().perform(() -> store().discrepancies().forget(ObjectRef.of(capture.id())));

        List<Kept> after = store().discrepancies().of(merchant, 9);
        assertEquals(
                List.of("", "names another"),
                after.stream()
                        .map(kept -> kept.discrepancy().message().raw().asUtf8())
                        .toList());
        assertEquals(rest(before), rest(after));
    }

    private void open(MerchantId merchant, Optional<ObjectRef> about, String message) {
        store().perform(() -> store().discrepancies()
                .open(new Discrepancy(merchant, about, Given.message(message), "another amount", Given.NOON)));
    }

    /** What stays of each. */
    private static List<List<Object>> rest(List<Kept> all) {
        return all.stream()
                .map(kept -> List.<Object>of(
                        kept.number(),
                        kept.discrepancy().about(),
                        kept.discrepancy().why(),
                        kept.discrepancy().message().fingerprint(),
                        kept.discrepancy().at(),
                        kept.repeats(),
                        kept.ending()))
                .toList();
    }
}
