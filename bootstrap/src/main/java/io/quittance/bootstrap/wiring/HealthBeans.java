package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.Ticker;
import io.quittance.application.upstream.HeldAccounts;
import io.quittance.bootstrap.management.Figure;
import io.quittance.bootstrap.management.Health;
import io.quittance.bootstrap.management.Health.Sign;
import io.quittance.bootstrap.management.Meters;
import io.quittance.bootstrap.management.Survey;
import io.quittance.bootstrap.management.Surveys;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.wiring.QueueBeans.Workers;
import io.quittance.bootstrap.wiring.SimulatorBeans.SimulatorWorker;
import io.quittance.http.acquirer.Acquirers;
import io.quittance.http.signing.Rsa;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How well it goes, from what is known without asking anybody. */
@Factory
final class HealthBeans {
    /** By what this instance can tell that it does its work. */
    record Signs(LeaseSign database, List<Sign> others) {}

    @Singleton
    Signs signs(
            Leases leases, Workers workers, Optional<SimulatorWorker> simulator, Store store, HeldKeyTurns heldKeys) {
        List<Sign> others = new ArrayList<>();
        others.add(() -> without(leases));
        others.add(store.bodyKeys()::lacks);
        others.add(heldKeys::lacks);
        others.add(new WorkerSign("errands", workers.errands()::sinceTurned));
        others.add(new WorkerSign("deliveries", workers.deliveries()::sinceTurned));
        simulator.ifPresent(worker -> others.add(new WorkerSign("simulated results", worker.results()::sinceTurned)));
        return new Signs(new LeaseSign(leases::lastRenewed, leases::trouble), others);
    }

    /** An instance whose worker has ended leaves its shards to the others. */
    private static Optional<String> without(Leases leases) {
        return leases.lastRenewed().isPresent() ? Optional.empty() : Optional.of("it has no part in the leases");
    }

    @Singleton
    Health health(Signs signs, Store store, Settings settings, Acquirers acquirers, HeldAccounts held) {
        return new Health(
                signs.database(),
                signs.others(),
                new UpstreamHealth(acquirers, held),
                new Health.About(
                        Release.number(),
                        Rsa.provider(),
                        store.database().where(),
                        AcquirerBeans.usual(settings).value()));
    }

    @Singleton
    Surveys surveys(Collection<Survey> surveys, Signs signs, Meters meters, Ticker ticker) {
        return new Surveys(List.copyOf(surveys), signs.database(), meters::show, ticker);
    }

    @Singleton
    Figure age(Surveys surveys) {
        return new Figure(
                "quittance.surveys.age", "seconds since what the database is asked for was looked up", surveys::age);
    }
}
