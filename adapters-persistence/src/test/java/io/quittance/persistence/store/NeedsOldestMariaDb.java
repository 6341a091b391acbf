package io.quittance.persistence.store;

import io.quittance.persistence.database.TestDatabases;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs on the oldest MariaDB that we promise; where the build has not unpacked it, it is skipped, and says so. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsOldestMariaDb.Condition.class)
public @interface NeedsOldestMariaDb {
    /** Says it once, on the output of the build. */
    final class Condition implements ExecutionCondition {
        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (TestDatabases.hasOldestMariaDb()) {
                return ConditionEvaluationResult.enabled("it is there");
            }
            String line = "NOT RUN on the oldest MariaDB: target/mariadb-oldest is not there";
            if (!SAID.getAndSet(true)) {
                System.err.println(line);
            }
            return ConditionEvaluationResult.disabled(line);
        }
    }
}
