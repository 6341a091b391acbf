package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.audit.BodyRemoval;
import io.quittance.application.audit.KeptJournal;
import io.quittance.application.erasure.Forgetting;
import io.quittance.application.erasure.PersonSearch;
import io.quittance.application.erasure.PersonsOfKind;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.paymentlink.PaymentLinks;
import io.quittance.application.payout.Payouts;
import io.quittance.application.story.Summaries;
import io.quittance.application.transaction.Transactions;
import io.quittance.bootstrap.management.KeptPersons;
import io.quittance.bootstrap.management.Persons;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.payout.Payout;
import io.quittance.http.json.JsonMentions;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.audit.JdbcJournalBodies;
import io.quittance.persistence.audit.JdbcKeptJournal;
import io.quittance.persistence.story.JdbcOutstanding;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;

/** Who is named in orders, and how it is forgotten. */
@Factory
final class PersonBeans {
    @Singleton
    Persons persons(
            Store store,
            Payouts payouts,
            PaymentLinks links,
            Summaries summaries,
            Discrepancies discrepancies,
            Journal journal,
            Transactions transactions,
            InstantSource clock) {
        var sql = store.database().sql();
        KeptJournal kept = new JdbcKeptJournal(sql, store.cipher(), OrderHeads.ALL);
        Map<Kind, PersonsOfKind> kinds = Map.of(
                Kind.PAYOUT,
                PersonsOfKind.in(payouts, ObjectRef::payoutId, Payout::forgotten),
                Kind.PAYMENT_LINK,
                PersonsOfKind.in(links, ObjectRef::linkId, PaymentLink::forgotten));
        return new KeptPersons(
                new PersonSearch(kept, JsonMentions::in),
                new Forgetting(
                        kinds,
                        summaries,
                        new JdbcOutstanding(sql),
                        discrepancies,
                        journal,
                        new BodyRemoval(kept, store.chain(), new JdbcJournalBodies(sql, OrderHeads.ALL), journal),
                        transactions,
                        clock));
    }
}
