package io.quittance.bootstrap.endtoend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs on the group of servers that {@value #GROUP} names; without one it is skipped, and the build says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsGroup.Condition.class)
@interface NeedsGroup {
    String GROUP = "QUITTANCE_TEST_DB_GROUP_URL";

    /** Says it once: one class needs a group. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Optional.ofNullable(System.getenv(GROUP))
                    .filter(url -> !url.isBlank())
                    .isPresent()) {
                return ConditionEvaluationResult.enabled(GROUP + " names a group");
            }
            String line = "NOT RUN on a group of servers: " + GROUP + " names none";
            System.err.println(line);
            return ConditionEvaluationResult.disabled(line);
        }
    }
}
