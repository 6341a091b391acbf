package io.quittance.bootstrap.endtoend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs in a real Chromium, found on the PATH together with its driver; without them it is skipped, and the build says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {
    /** Says it once, on the output of the build. */
    final class Condition implements ExecutionCondition {
        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Browser.installed()) {
                return ConditionEvaluationResult.enabled("chromium and chromedriver are there");
            }
            String line = "NOT RUN: no chromium and chromedriver on the PATH (Debian: chromium, chromium-driver)";
            if (!SAID.getAndSet(true)) {
                System.err.println(line);
            }
            return ConditionEvaluationResult.disabled(line);
        }
    }
}
