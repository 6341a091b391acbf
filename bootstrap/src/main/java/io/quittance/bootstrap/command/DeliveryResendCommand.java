package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.ByWhom;
import io.quittance.bootstrap.management.Deliveries;
import io.quittance.bootstrap.management.DeliveryPage;
import io.quittance.bootstrap.management.DeliveryPage.Batch;
import io.quittance.domain.text.Bytes;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "resend",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Sends now what apps are owed, the very same bytes, with the whole schedule before it: what waits for a"
                    + " later attempt, what is parked, what was set aside. Of each order the oldest goes first.",
            "An order by itself, with nothing else said, is told its last news once more if nothing is owed about it."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  quittance delivery resend --delivery 4711 --reason \"case 4711\"",
            "  quittance delivery resend --order order-1 --reason \"they lost it\"",
            "  quittance delivery resend --app-id 3b24... --state parked --dry-run"
        })
final class DeliveryResendCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--delivery",
            converter = Said.Ordinal.class,
            paramLabel = "ID",
            description = "One, by the number that 'delivery list' shows.")
    private String id;

    @Mixin
    private DeliveryFilter wanted;

    @Option(
            names = "--endpoint",
            converter = Said.EndpointName.class,
            paramLabel = "NAME",
            description = "With an order by itself: to that endpoint of its app alone.")
    private String endpoint;

    @Option(names = "--dry-run", description = "Changes nothing; tells how many that would be.")
    private boolean dry;

    @Option(
            names = "--reason",
            converter = Said.Reason.class,
            paramLabel = "TEXT",
            description = "Why, for whoever reads the story of the order.")
    private String reason;

    @Mixin
    private Person person;

    @Mixin
    private DeliveryPrint out;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        if ((id == null) == wanted.isEmpty()) {
            throw misused("Which are to be sent? (expected: --delivery ID, or what else they have in common)");
        }
        if (wanted.areTold()) {
            throw misused("What was delivered is sent once more by its order alone (expected: --order ID, no --state)");
        }
        if (endpoint != null && wanted.orderAlone().isEmpty()) {
            throw misused("An endpoint is named with an order by itself (expected: --order ID --endpoint NAME)");
        }
        if (dry) {
            if (id != null || endpoint != null) {
                throw misused("A dry run counts many (expected: without --delivery and --endpoint)");
            }
            out.count(service.deliveries(deliveries -> deliveries.count(wanted.filter())));
            return;
        }
        if (reason == null) {
            throw misused("Why? (expected: --reason TEXT, or --dry-run)");
        }
        ByWhom by = new ByWhom(person.name(), reason);
        if (id == null && wanted.orderAlone().isEmpty()) {
            Batch all = many(by);
            out.batches(all, service.notYet());
        } else {
            Bytes sent = service.deliveries(deliveries -> one(deliveries, by));
            out.sent(sent, service.notYet());
        }
    }

    private Bytes one(Deliveries deliveries, ByWhom by) {
        return id == null
                ? deliveries.repeat(wanted.orderAlone().orElseThrow(), Optional.ofNullable(endpoint), by)
                : deliveries.resend(id, by);
    }

    private ParameterException misused(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** Some at a time, so that each step is short; what breaks off in between can be done again. */
    private Batch many(ByWhom by) {
        return service.deliveries(deliveries -> {
            int armed = 0;
            int already = 0;
            long held = 0;
            Optional<String> behind = Optional.empty();
            do {
                Batch batch = DeliveryPage.batch(deliveries.resend(wanted.filter(), behind, by));
                armed += batch.armed();
                already += batch.already();
                held += batch.held();
                behind = batch.behind();
            } while (behind.isPresent());
            return new Batch(armed, already, held, Optional.empty());
        });
    }
}
