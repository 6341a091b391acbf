package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.account.Accounts;
import io.quittance.application.discrepancy.DiscrepancyRepair;
import io.quittance.application.discrepancy.DiscrepancyTelling;
import io.quittance.application.discrepancy.EndDiscrepancy;
import io.quittance.application.discrepancy.KeptNews;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.merchant.Holders;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.story.Summaries;
import io.quittance.bootstrap.management.DiscrepancyCases;
import io.quittance.bootstrap.management.KeptDiscrepancyCases;
import io.quittance.bootstrap.management.Survey;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What was told and not believed, for persons. */
@Factory
final class DiscrepancyBeans {
    @Singleton
    EndDiscrepancy endDiscrepancy(
            Summaries summaries, Accounts accounts, Holders holders, KeptNews news, Office office) {
        return new DiscrepancyRepair(summaries, accounts, holders, news, office);
    }

    @Singleton
    DiscrepancyCases discrepancyCases(
            Discrepancies discrepancies,
            EndDiscrepancy ending,
            Summaries summaries,
            Merchants merchants,
            Office office,
            InstantSource clock) {
        return new KeptDiscrepancyCases(
                discrepancies, new DiscrepancyTelling(summaries, ending, office), ending, summaries, merchants, clock);
    }

    @Singleton
    Survey openDiscrepancies(Discrepancies discrepancies) {
        return Survey.of(
                "quittance.discrepancies.open",
                "verified news that contradicts what we hold or cannot be used, for a person to end",
                discrepancies::open);
    }
}
