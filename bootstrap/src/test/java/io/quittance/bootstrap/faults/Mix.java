package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.faults.Order.Answering;
import io.quittance.bootstrap.faults.Order.Ending;
import io.quittance.bootstrap.faults.Order.Kind;
import io.quittance.bootstrap.faults.Order.Telling;
import java.util.SplittableRandom;

/**
 * What is asked for, and how ill upstream and receivers behave.
 *
 * @param misdeeds whether they do
 * @param bouncing whether there is nothing but payouts that come back
 */
record Mix(int shops, boolean misdeeds, boolean bouncing) {
    private static final int PERCENT = 100;
    private static final int FAIL = 20;
    private static final int DECLINED = 10;
    private static final int BOUNCE = 45;

    Kind kind(SplittableRandom random) {
        return bouncing ? Kind.PAYOUT : Dice.one(random, Kind.values());
    }

    Order.Plan plan(Kind kind, SplittableRandom random) {
        return new Order.Plan(ending(kind, random), answering(kind, random), telling(random));
    }

    private Ending ending(Kind kind, SplittableRandom random) {
        int thrown = random.nextInt(PERCENT);
        if (bouncing) {
            return Ending.BOUNCEBACK;
        }
        return switch (kind) {
            case LINK -> Ending.SUCCESS;
            case PAYOUT, RELAY ->
                thrown < BOUNCE ? Ending.BOUNCEBACK : thrown < BOUNCE + FAIL ? Ending.FAILED : Ending.SUCCESS;
            case CAPTURE, CANCEL -> thrown < FAIL ? Ending.FAILED : Ending.SUCCESS;
            case PAYMENT -> thrown < DECLINED ? Ending.FAILED : Ending.SUCCESS;
        };
    }

    /** A link and a relay have no end that the answer could tell. */
    private Answering answering(Kind kind, SplittableRandom random) {
        Answering chosen = Dice.one(random, Answering.values());
        boolean endless = kind == Kind.LINK || kind == Kind.RELAY;
        return !misdeeds || endless && chosen == Answering.TELLS_THE_END ? Answering.TAKES : chosen;
    }

    private Telling telling(SplittableRandom random) {
        Telling chosen = Dice.one(random, Telling.values());
        return misdeeds ? chosen : Telling.PLAINLY;
    }
}
