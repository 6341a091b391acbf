package io.quittance.bootstrap.faults;

import java.util.List;
import java.util.SplittableRandom;

/**
 * An order of the run, and all that will be done about it: a function of the seed and its number alone, so client, upstream
 * and judge know it without telling each other.
 *
 * @param ending how upstream lets it end
 * @param answering how upstream answers the first call about it
 * @param telling how upstream tells of it
 */
record Order(
        int number,
        Kind kind,
        int shop,
        String id,
        String amount,
        Ending ending,
        Answering answering,
        Telling telling) {
    private static final int CENTS = 100;

    /** What is asked for. */
    enum Kind implements Dice.Weighed {
        CAPTURE(5),
        CANCEL(2),
        PAYOUT(6),
        LINK(2),
        RELAY(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        @Override
        public int weight() {
            return weight;
        }
    }

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
        /** Another amount before the true one. */
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
        Ending ending = mix.ending(kind, random);
        Answering answering = mix.answering(kind, random);
        Telling telling = mix.telling(random);
        String amount = (1 + number % 5000) + "." + (10 + random.nextInt(CENTS - 10));
        return new Order(
                number,
                kind,
                random.nextInt(mix.shops()),
                "F" + Long.toString(dice.seed() & 0xFFFFFF, 36) + "_" + number,
                amount,
                ending,
                answering,
                telling);
    }

    /** The number in the id of an order. */
    static int numberIn(String id) {
        return Integer.parseInt(id.substring(id.indexOf('_') + 1));
    }

    /** Everything that upstream tells of it, each after the one before was acknowledged. */
    List<Told> tale() {
        List<Told> truth = ending == Ending.BOUNCEBACK
                ? List.of(Told.truly(Ending.SUCCESS), Told.truly(Ending.BOUNCEBACK))
                : List.of(Told.truly(ending));
        return switch (telling) {
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
        Ending other = ending == Ending.FAILED ? Ending.SUCCESS : Ending.FAILED;
        return java.util.stream.Stream.concat(truth.stream(), java.util.stream.Stream.of(Told.truly(other)))
                .toList();
    }

    private List<Told> before(Told.Form form, List<Told> truth) {
        if (form == Told.Form.OTHER_AMOUNT && (kind == Kind.CANCEL || kind == Kind.RELAY)) {
            return truth;
        }
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(new Told(truth.getFirst().status(), form, 1)), truth.stream())
                .toList();
    }

    /** Whether it ends by the answer to the call alone. */
    boolean refused() {
        return answering == Answering.REFUSES && kind != Kind.LINK && kind != Kind.RELAY;
    }
}
