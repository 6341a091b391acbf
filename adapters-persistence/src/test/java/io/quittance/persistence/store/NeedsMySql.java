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

/** Runs on the server that {@value TestDatabases#EXTERNAL} names; without one it is skipped, and the build says so. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsMySql.Condition.class)
public @interface NeedsMySql {
    /** Says it once, on the output of the build. */
    final class Condition implements ExecutionCondition {
        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (TestDatabases.hasExternal()) {
                return ConditionEvaluationResult.enabled("a server is named");
            }
            String line = "NOT RUN on a genuine MySQL: " + TestDatabases.EXTERNAL + " names none";
            if (!SAID.getAndSet(true)) {
                System.err.println(line);
            }
            return ConditionEvaluationResult.disabled(line);
        }
    }
}
