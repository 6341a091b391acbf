package io.quittance.application.shard;

/** What the reader of a queue has to do next. */
sealed interface Task {
    record Read(Reading reading) implements Task {}

    /** Find out where anything is owed. */
    record Overlook() implements Task {}

    record End() implements Task {}
}
