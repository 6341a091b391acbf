package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Endpoints.Tested;
import io.quittance.bootstrap.management.EndpointsWire;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Sends one of an app's endpoints one signed test message, also where it is held, and shows what it"
                    + " answers. It is of the type ENDPOINT_TEST, about no order and no money, and never sent again.",
            "Nothing is kept of it; the log of the service tells who tested what."
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it was acknowledged", "1:it was not", "2:the command itself makes no sense"},
        footer = {"", "Example:", "  quittance endpoint test 3b242b56a8b64274bcc37dac281120e3"})
final class EndpointTestCommand implements Callable<Integer> {
    @Mixin
    private NamedPlace place;

    @Mixin
    private Person person;

    @Override
    public Integer call() {
        Tested tested = place.ask((endpoints, which) -> endpoints.test(which, person.name()));
        place.print(() -> EndpointsWire.write(tested), EndpointPrint.tested(tested));
        return tested.acknowledged() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
