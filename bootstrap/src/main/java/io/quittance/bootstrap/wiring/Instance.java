package io.quittance.bootstrap.wiring;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.quittance.application.account.Accounts;
import io.quittance.application.key.ChangeBodyKeys;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.retention.ForgetOldOrders;
import io.quittance.application.shard.FarBell;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.Shards;
import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.management.Figure;
import io.quittance.bootstrap.management.Health;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.management.Meters;
import io.quittance.bootstrap.management.RunningServices;
import io.quittance.bootstrap.management.Surveys;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Upstream;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.bootstrap.wiring.QueueBeans.Workers;
import io.quittance.bootstrap.wiring.SimulatorBeans.SimulatorWorker;
import io.quittance.http.north.RefusalCounts;
import io.quittance.http.server.BoundedClients;
import io.quittance.http.signing.Rsa;
import io.quittance.http.south.Callback;
import io.quittance.http.wire.StrangerGate;
import io.quittance.persistence.archive.Restored;
import io.quittance.persistence.database.DatabaseUnavailable;
import io.quittance.persistence.database.StartWait;
import java.net.BindException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running gateway. Started from the inside out, database first; stopped from the outside in, database last. */
public final class Instance implements AutoCloseable {
    /** How long what is in flight may take when we stop; all of stopping stays below ten seconds. */
    private static final Duration FINISHING = Duration.ofMillis(7_500);

    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

    private final Settings settings;
    private final Store store;
    private final ApplicationContext context;
    private final Health health;
    private final NettyEmbeddedServer server;
    private final Leases leases;
    private final Workers workers;
    private final Optional<SimulatorWorker> simulator;
    private final UpstreamCheck upstreamCheck;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Instance(Settings settings, Store store, ApplicationContext context) {
        this.settings = settings;
        this.store = store;
        this.context = context;
        this.health = context.getBean(Health.class);
        this.server = context.getBean(NettyEmbeddedServer.class);
        this.leases = context.getBean(Leases.class);
        this.workers = context.getBean(Workers.class);
        this.simulator = context.findBean(SimulatorWorker.class);
        this.upstreamCheck = context.getBean(UpstreamCheck.class);
    }

    /** Starts everything; returns when requests are taken. @throws Trouble if a person must set something right */
    public static Instance start(Settings settings) {
        return start(settings, TimeOfDay.ofThisMachine());
    }

    /** The same, where the database is an older state than upstream has seen; see {@link Restored}. */
    public static Instance startRestored(Settings settings) {
        return start(settings, TimeOfDay.ofThisMachine(), true);
    }

    static Instance start(Settings settings, TimeOfDay time) {
        return start(settings, time, false);
    }

    static Instance start(Settings settings, TimeOfDay time, boolean restored) {
        Ports.check(settings);
        PublicTls.check(settings);
        // Loading it takes a good part of a second, in which another processor may open the database.
        Thread.ofPlatform().name("crypto").daemon().start(Rsa::provider);
        try {
            return StartWait.until(settings.databaseLimits().patience(), () -> attempt(settings, time, restored));
        } catch (DatabaseUnavailable e) {
            throw new Trouble(e.getMessage(), e);
        }
    }

    /** @throws DatabaseUnavailable if the database went away meanwhile */
    private static Instance attempt(Settings settings, TimeOfDay time, boolean restored) {
        Instant now = time.clock().instant();
        Store store = Store.open(settings, settings.databaseLimits(), now);
        Runnable undo = store::close;
        try {
            if (restored) {
                declareRestored(store, now);
            }
            Optional<Demo> demo = DemoMerchant.open(settings, store);
            ApplicationContext context = Context.start(settings, store, demo, time);
            undo = () -> {
                context.close();
                store.close();
            };
            Instance instance = new Instance(settings, store, context);
            undo = instance::close;
            instance.begin(demo, now);
            return instance;
        } catch (RuntimeException e) {
            undo.run();
            throw translated(e, settings);
        }
    }

    private static void declareRestored(Store store, Instant now) {
        Restored.Open open = Restored.declare(store.database().sql(), now, Optional.empty());
        LOG.warn(
                "The database is declared an older state: {} orders may have been passed on since, {} are asked for"
                        + " now",
                open.cutOff(),
                open.asked());
    }

    private void begin(Optional<Demo> demo, Instant now) {
        context.getBean(ManagementToken.class);
        demo.ifPresent(known -> {
            DemoMerchant.register(known, context.getBean(Merchants.class), now);
            SimulatorAccounts.open(context.getBean(Merchants.class), context.getBean(Accounts.class));
        });
        gauges();
        tellOfRestore(now);
        if (store.database().isEmbedded()) {
            context.getBean(Shards.class).seize();
        } else {
            leases.watchedBy(context.getBean(FarBell.class));
        }
        server.register(context.getBean(BoundedClients.class));
        // Compares the clocks, before anything is written that is due.
        context.getBean(Shards.class).roster(Leases.SPAN);
        server.start();
        workers.errands().start();
        workers.deliveries().start();
        simulator.ifPresent(worker -> worker.results().start());
        // Last: what others give to this instance waits for it from then on.
        leases.start();
        // Whoever decides that another key encrypts sees this instance from now on, or it sees what was decided.
        store.bodyKeys().require(context.getBean(ChangeBodyKeys.class).settled());
        upstreamCheck.start();
        announce();
        context.getBean(Surveys.class).start();
        context.getBean(Sweeping.class).start();
        context.getBean(BodyKeyTurns.class).start();
        context.getBean(HeldKeyTurns.class).start();
        context.getBean(CertificateTurns.class).start();
        health.serving(true);
    }

    private void tellOfRestore(Instant now) {
        Office office = context.getBean(Office.class);
        int told = Restored.tell(store.database().sql(), office.books().journal(), office.transactions(), now);
        if (told > 0) {
            LOG.warn("The state was restored: {} stories of open orders tell so now", told);
        }
    }

    /** Where the folder cannot be written to, commands find it by the port that the settings name. */
    private void announce() {
        try {
            RunningServices.announce(settings);
        } catch (Trouble e) {
            LOG.warn("{} Commands find this service only by QUITTANCE_MANAGEMENT_PORT.", e.getMessage());
        }
    }

    private void gauges() {
        Meters meters = context.getBean(Meters.class);
        meters.refusals(context.getBean(RefusalCounts.class));
        meters.cut(context.getBean(BoundedClients.class).cut());
        meters.limited(context.getBean(StrangerGate.class));
        meters.forgotten(context.getBean(ForgetOldOrders.class), context.getBean(InstantSource.class));
        context.getBeansOfType(Figure.class).forEach(meters::gauge);
    }

    private static RuntimeException translated(RuntimeException e, Settings settings) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Trouble || cause instanceof DatabaseUnavailable) {
                return (RuntimeException) cause;
            }
            if (cause instanceof BindException) {
                return new Trouble(
                        "Port " + settings.port() + " or " + settings.managementPort() + " was taken while the service"
                                + " started; choose others with QUITTANCE_PORT and QUITTANCE_MANAGEMENT_PORT.",
                        e);
            }
        }
        return e;
    }

    /** What a person wants to know about where it runs, in the order to print it. */
    public Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("merchants", settings.publicUrl() + "/aggregate-pay/api/gateway/...");
        places.put("callbacks", settings.publicUrl() + "/NAME/{appId}, NAME one of " + callbacks());
        places.put("management", settings.managementUrl() + "/health, /metrics");
        places.put("database", store.database().where());
        places.put(
                "upstream",
                switch (settings.upstream()) {
                    case Upstream.Simulator(var delay, var beside) ->
                        "the simulator, settling after " + delay.toMillis() + " ms"
                                + beside.map(url -> "; accounts with PayerMax: " + url)
                                        .orElse("");
                    case Upstream.PayerMax(var base) -> base.toString();
                });
        places.put("data", settings.data().toAbsolutePath().normalize().toString());
        return places;
    }

    private String callbacks() {
        return context.getBeansOfType(Callback.class).stream()
                .map(Callback::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The beans, for tests that look inside. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Stops taking requests, finishes what is in flight, gives the shards back, closes the database. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        LOG.info("stopping: nothing more is taken, what is in flight is finished");
        RunningServices.withdraw(settings);
        try {
            finish();
            leases.close();
            context.close();
        } finally {
            store.close();
            ended.countDown();
        }
    }

    private void finish() {
        health.serving(false);
        leases.retire();
        upstreamCheck.close();
        context.getBean(Surveys.class).close();
        context.getBean(Sweeping.class).close();
        context.getBean(BodyKeyTurns.class).close();
        context.getBean(HeldKeyTurns.class).close();
        context.getBean(CertificateTurns.class).close();
        Finishing finishing = new Finishing();
        if (server.isRunning()) {
            finishing.with(((GracefulShutdownCapable) server).shutdownGracefully());
        }
        simulator.ifPresent(worker -> finishing.with(worker.results()::close));
        finishing.with(workers.errands()::close);
        finishing.with(workers.deliveries()::close);
        finishing.await(FINISHING);
    }
}
