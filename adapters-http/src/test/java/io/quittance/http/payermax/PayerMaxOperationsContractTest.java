package io.quittance.http.payermax;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.capture.OperationAcquirer;
import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.capture.OperationAcquirerContract;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.money.Money;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("Who passes operations on to PayerMax")
class PayerMaxOperationsContractTest {
    private static final String TAKEN = "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\",\"data\":{\"%s\":\"UP-%s\","
            + "\"requestId\":\"%s\",\"outTradeNo\":\"ORDER-1\",\"status\":\"PENDING\"}}";

    @Nested
    class As_captures extends Operations {
        As_captures() {
            super(Sort.CAPTURE, "captureNo");
        }
    }

    @Nested
    class As_cancels extends Operations {
        As_cancels() {
            super(Sort.CANCEL, "cancelNo");
        }
    }

    private abstract static class Operations
            implements OperationAcquirerContract, PlayedPayerMaxContract<Operation, Said> {
        private final Sort sort;
        private final PlayedPayerMax far;

        Operations(Sort sort, String number) {
            this.sort = sort;
            far = new PlayedPayerMax(List.of("requestId"), id -> TAKEN.formatted(number, id, id));
        }

        @Override
        public PlayedPayerMax payerMax() {
            return far;
        }

        @Override
        public OperationAcquirer acquirer() {
            return new PayerMaxOperationAcquirer(far.call(), () -> Given.NOON);
        }

        @Override
        public Operation order() {
            return GivenOperations.operation(sort, Upstream.MERCHANT.id());
        }

        @Override
        public Operation another(Operation order) {
            return GivenOperations.operation(order.id(), order.asked(), Money.of("1", "EUR"), false);
        }
    }
}
