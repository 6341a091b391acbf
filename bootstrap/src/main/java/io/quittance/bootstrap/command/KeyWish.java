package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.Keys.Outcome;
import io.quittance.bootstrap.management.KeysWire;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Asks that something becomes of a key, and prints what came of it. */
final class KeyWish {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Mixin
    private Printed printed = new Printed();

    /** @param done what is said if it was not so before */
    void put(Function<Keys, Outcome> wish, String done) {
        Outcome outcome = service.keys(wish);
        printed.print(spec, () -> KeysWire.write(outcome), KeyPrint.outcome(outcome, done));
    }
}
