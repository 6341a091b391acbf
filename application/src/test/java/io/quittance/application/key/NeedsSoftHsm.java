package io.quittance.application.key;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs with a {@link SoftToken}; without SoftHSM it is skipped, and the build says so. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsSoftHsm.Condition.class)
public @interface NeedsSoftHsm {
    /** Says it once, on the output of the build. */
    final class Condition implements ExecutionCondition {
        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (SoftToken.installed()) {
                return ConditionEvaluationResult.enabled("SoftHSM is there");
            }
            String line = "NOT RUN on a token: no SoftHSM 2 (Debian: softhsm2)";
            if (!SAID.getAndSet(true)) {
                System.err.println(line);
            }
            return ConditionEvaluationResult.disabled(line);
        }
    }
}
