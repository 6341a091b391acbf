package io.quittance.bootstrap.wiring;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.ssl.CertificateProvider;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.http.tls.FreshCertificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The framework's context around what was opened before it. All settings are handed over, so the framework looks for
 * none of its own: no files, no environment, no cloud.
 */
final class Context {
    private Context() {}

    static ApplicationContext start(Settings settings, Store store, Optional<Demo> demo, TimeOfDay time) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .bootstrapEnvironment(false)
                .enableDefaultPropertySources(false)
                .environmentPropertySource(false)
                .properties(properties(settings))
                .build();
        context.registerSingleton(settings);
        context.registerSingleton(store);
        context.registerSingleton(time);
        context.registerSingleton(DataSource.class, store.database().dataSource(), Qualifiers.byName("default"));
        demo.ifPresent(context::registerSingleton);
        settings.payermax().map(PayerMaxBeans.Base::new).ifPresent(context::registerSingleton);
        PublicTls.open(settings, time.clock()).ifPresent(certificate -> {
            context.registerSingleton(CertificateProvider.class, certificate, Qualifiers.byName(FreshCertificate.NAME));
            context.registerSingleton(certificate);
        });
        return context.start();
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.application.name", "quittance");
        properties.put("micronaut.server.netty.listeners.public.host", settings.host());
        properties.put("micronaut.server.netty.listeners.public.port", settings.port());
        properties.put("micronaut.server.netty.listeners.management.host", settings.managementHost());
        properties.put("micronaut.server.netty.listeners.management.port", settings.managementPort());
        // Behind a proxy a payer's form comes to localhost from another origin; ListenerFilter guards what needs
        // guarding.
        properties.put("micronaut.server.cors.localhost-pass-through", true);
        // Only for what is no HTTP/1.1, if a file of settings asks for that; the others have stricter limits of their
        // own.
        Duration idle = settings.clients().idle().plus(settings.clients().patience());
        properties.put("micronaut.server.idle-timeout", idle.toSeconds() + 1 + "s");
        properties.put("micronaut.server.log-handled-exceptions", false);
        properties.put("micronaut.netty.event-loops.default.shutdown-quiet-period", "0s");
        properties.put("micronaut.netty.event-loops.default.shutdown-timeout", "2s");
        properties.put("datasources.default.dialect", "MYSQL");
        properties.putAll(PublicTls.properties(settings));
        properties.putAll(settings.framework());
        return properties;
    }
}
