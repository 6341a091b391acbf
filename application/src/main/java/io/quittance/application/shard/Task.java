package io.quittance.application.shard;

/** What the reader of a queue has to do next. */
sealed interface Task {
    record Read(Reading reading) implements Task {}

    /** Find out where anything is owed. */
    record Overlook() implements Task {}

    /** Find out which lanes are held. @param begun to be given back with the answer */
    record LookAtHolds(int begun) implements Task {}

    record End() implements Task {}
}
