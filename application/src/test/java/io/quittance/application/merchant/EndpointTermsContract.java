package io.quittance.application.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.merchant.EndpointTerms.Kept;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link EndpointTerms} promises. */
public interface EndpointTermsContract {
    Bytes FIRST = Bytes.utf8("{\"key\":\"\u00E4\"}");
    Bytes SECOND = Bytes.utf8("{}");
    FieldChange FIELD = new FieldChange("endpoint registered tls-shown", "none", "CN=quittance");

    Store store();

    private EndpointTerms terms() {
        return store().endpointTerms();
    }

    private Merchant merchant() {
        return Given.registered(store().merchants(), Given.registration(List.of()));
    }

    private boolean change(Merchant merchant, EndpointId endpoint, int version, Bytes next) {
        return terms().change(merchant.id(), endpoint, version, next, List.of(FIELD), Given.DEED);
    }

    @Test
    default void are_kept_for_the_registered_address_and_for_further_ones_apart() {
        Merchant merchant = merchant();
        EndpointId registered = EndpointId.registered(merchant.id());
        EndpointId further = EndpointId.further(merchant.id().value());

        assertTrue(change(merchant, registered, EndpointTerms.NONE, FIRST));
        assertTrue(change(merchant, further, EndpointTerms.NONE, SECOND));

        assertEquals(Optional.of(new Kept(1, FIRST)), terms().of(registered));
        assertEquals(Optional.of(new Kept(1, SECOND)), terms().of(further));
        assertEquals(1, terms().versions().get(registered));
        assertEquals(
                List.of(new KeptChange(Given.DEED, FIELD), new KeptChange(Given.DEED, FIELD)),
                store().merchants().changes(merchant.id(), 10));
    }

    @Test
    default void are_none_where_none_were_registered() {
        EndpointId registered = EndpointId.registered(merchant().id());

        assertEquals(Optional.empty(), terms().of(registered));
        assertFalse(terms().versions().containsKey(registered));
    }

    @Test
    default void are_replaced_by_who_looked_at_the_last_ones_alone() {
        Merchant merchant = merchant();
        EndpointId registered = EndpointId.registered(merchant.id());
        change(merchant, registered, EndpointTerms.NONE, FIRST);

        assertFalse(change(merchant, registered, EndpointTerms.NONE, SECOND));
        assertTrue(change(merchant, registered, 1, SECOND));
        assertFalse(change(merchant, registered, 1, FIRST));

        assertEquals(Optional.of(new Kept(2, SECOND)), terms().of(registered));
        assertEquals(2, terms().versions().get(registered));
        assertEquals(2, store().merchants().changes(merchant.id(), 10).size());
    }

    @Test
    default void are_registered_by_one_of_two_at_the_same_moment() {
        Merchant merchant = merchant();
        EndpointId registered = EndpointId.registered(merchant.id());

        List<Boolean> done =
                AtOnce.all(List.of(FIRST, SECOND), body -> change(merchant, registered, EndpointTerms.NONE, body));

        assertEquals(1, done.stream().filter(one -> one).count());
        assertEquals(1, store().merchants().changes(merchant.id(), 10).size());
    }
}
