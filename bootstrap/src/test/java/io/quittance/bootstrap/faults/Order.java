package io.quittance.bootstrap.faults;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * An order of the run, and all that will be done about it: a function of the seed and its number alone, so client, upstream
 * and judge know it without telling each other.
 *
 * @param id by which its merchant calls it
 * @param outTradeNo what it is about: of a capture or a cancel, the authorized order
 */
record Order(int number, Kind kind, int shop, String id, String outTradeNo, String amount, Plan plan) {
    private static final int CENTS = 100;

    /** Of so many payments one is a sale, of which nothing is held. */
    private static final int SALES = 7;

    /** What is asked for; but a payment is asked for by nobody here: a payer makes it, and upstream tells. */
    enum Kind implements Dice.Weighed {
        CAPTURE(4),
        CANCEL(2),
        PAYOUT(6),
        LINK(2),
        RELAY(1),
        PAYMENT(4);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        @Override
        public int weight() {
            return weight;
        }
    }

    /**
     * What upstream does about it.
     *
     * @param ending how it lets it end
     * @param answering how it answers the first call about it
     * @param telling how it tells of it
     */
    record Plan(Ending ending, Answering answering, Telling telling) {}

    /** How it ends; only a payout comes back. */
    enum Ending {
        SUCCESS,
        FAILED,
        BOUNCEBACK
    }

    /** What upstream does with the first call; it takes the order unless it says otherwise. */
    enum Answering implements Dice.Weighed {
        /** Takes it, and says so. */
        TAKES(55),
        /** Says how it has ended. */
        TELLS_THE_END(5),
        /** Breaks off without an answer. */
        BREAKS_OFF(6),
        /** Answers when nobody waits any more. */
        IS_LATE(3),
        TALKS_NONSENSE(4),
        /** Accepts, with a signature that is none. */
        IS_FORGED(4),
        SAYS_SYSTEM_ERROR(4),
        /** Says that it has one already, though this is the first call. */
        SAYS_EXISTS(3),
        /** Does not take it and will not. */
        REFUSES(5),
        /** Does not take it now. */
        IS_BUSY(5),
        /** Does not take it, and breaks off. */
        LOSES_IT(3),
        /** Does not take it, and another machine on the way says so. */
        BAD_GATEWAY(3);

        private final int weight;

        Answering(int weight) {
            this.weight = weight;
        }

        @Override
        public int weight() {
            return weight;
        }

        boolean takes() {
            return switch (this) {
                case REFUSES, IS_BUSY, LOSES_IT, BAD_GATEWAY -> false;
                default -> true;
            };
        }

        /** Whether nothing was taken, and the caller can know. */
        boolean turnsAway() {
            return this == IS_BUSY || this == REFUSES;
        }
    }

    /** How results are told. */
    enum Telling implements Dice.Weighed {
        PLAINLY(40),
        /** Several copies at once, to several instances. */
        MANY_TIMES(15),
        /** Before the call is answered. */
        BEFORE_THE_ANSWER(8),
        NEVER(5),
        /** The newest first. */
        REVERSED(8),
        /** Another end behind the true one. */
        CONTRADICTING(8),
        /** Another amount before the true one; behind it, where the first that is told is what is known. */
        WITH_ANOTHER_AMOUNT(6),
        /** Somebody else's signature before the true one. */
        FORGED_FIRST(6),
        /** Half of the message before the whole. */
        TRUNCATED_FIRST(4);

        private final int weight;

        Telling(int weight) {
            this.weight = weight;
        }

        @Override
        public int weight() {
            return weight;
        }
    }

    /** One message of upstream's: what it says, and what is wrong with it. */
    record Told(Ending status, Form form, int copies) {
        enum Form {
            TRUE,
            FORGED,
            TRUNCATED,
            OTHER_AMOUNT
        }

        static Told truly(Ending status) {
            return new Told(status, Form.TRUE, 1);
        }
    }

    /** @param mix what kinds there are, and what goes wrong */
    static Order of(Dice dice, Mix mix, int number) {
        SplittableRandom random = dice.about("order", number);
        Kind kind = mix.kind(random);
        Plan plan = mix.plan(kind, random);
        String amount = (1 + number % 5000) + "." + (10 + random.nextInt(CENTS - 10));
        String id = id(dice, number);
        String outTradeNo = kind == Kind.CAPTURE || kind == Kind.CANCEL || kind == Kind.RELAY ? "O-" + id : id;
        return new Order(number, kind, random.nextInt(mix.shops()), id, outTradeNo, amount, plan);
    }

    static String id(Dice dice, int number) {
        return "F" + Long.toString(dice.seed() & 0xFFFFFF, 36) + "_" + number;
    }

    Ending ending() {
        return plan.ending();
    }

    Answering answering() {
        return plan.answering();
    }

    Telling telling() {
        return plan.telling();
    }

    /** Whether it is a payment of which nothing is held. */
    boolean sale() {
        return kind == Kind.PAYMENT && number % SALES == 0;
    }

    /** The number in the id of an order. */
    static int numberIn(String id) {
        return Integer.parseInt(id.substring(id.indexOf('_') + 1));
    }

    /** Everything that upstream tells of it, each after the one before was acknowledged. */
    List<Told> tale() {
        List<Told> truth = ending() == Ending.BOUNCEBACK
                ? List.of(Told.truly(Ending.SUCCESS), Told.truly(Ending.BOUNCEBACK))
                : List.of(Told.truly(ending()));
        return switch (telling()) {
            case NEVER -> List.of();
            case PLAINLY, BEFORE_THE_ANSWER -> truth;
            case MANY_TIMES ->
                truth.stream()
                        .map(told -> new Told(told.status(), Told.Form.TRUE, 2 + number % 4))
                        .toList();
            case REVERSED -> kind == Kind.RELAY ? truth : truth.reversed();
            case CONTRADICTING -> contradicting(truth);
            case WITH_ANOTHER_AMOUNT -> before(Told.Form.OTHER_AMOUNT, truth);
            case FORGED_FIRST -> before(Told.Form.FORGED, truth);
            case TRUNCATED_FIRST -> before(Told.Form.TRUNCATED, truth);
        };
    }

    private List<Told> contradicting(List<Told> truth) {
        if (kind == Kind.LINK || kind == Kind.RELAY) {
            return truth;
        }
        Ending other = ending() == Ending.FAILED ? Ending.SUCCESS : Ending.FAILED;
        return Stream.concat(truth.stream(), Stream.of(Told.truly(other))).toList();
    }

    private List<Told> before(Told.Form form, List<Told> truth) {
        if (form == Told.Form.OTHER_AMOUNT && (kind == Kind.CANCEL || kind == Kind.RELAY)) {
            return truth;
        }
        Stream<Told> wrong = Stream.of(new Told(truth.getFirst().status(), form, 1));
        boolean makesIt = form == Told.Form.OTHER_AMOUNT && kind == Kind.PAYMENT;
        return makesIt
                ? Stream.concat(truth.stream(), wrong).toList()
                : Stream.concat(wrong, truth.stream()).toList();
    }

    /** Whether it ends by the answer to the call alone. */
    boolean refused() {
        return answering() == Answering.REFUSES && kind != Kind.LINK && kind != Kind.RELAY;
    }
}
