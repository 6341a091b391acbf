package io.quittance.persistence.store;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.Recipient;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Optional;

/** Messages that are owed. */
public final class GivenDeliveries {
    private GivenDeliveries() {}

    /** Due at noon, to the registered address. Call inside a transaction. */
    public static void owe(Store store, MerchantId merchant, ObjectRef about) {
        int owed = store.journal().append(about, List.of(Given.note("owed").with(Bytes.utf8("{}"))));
        store.outbox()
                .append(about, owed, Recipient.registered(merchant, Dialect.ENVELOPED, Optional.empty()), Given.NOON);
    }
}
