package io.quittance.http.payermax;

import io.quittance.application.payout.PayoutAcquirer;
import io.quittance.application.payout.PayoutAcquirer.Said;
import io.quittance.application.payout.PayoutAcquirerContract;
import io.quittance.application.store.Given;
import io.quittance.domain.payout.Payout;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Who passes payouts on to PayerMax")
class PayerMaxPayoutsContractTest implements PayoutAcquirerContract, PlayedPayerMaxContract<Payout, Said> {
    private final PlayedPayerMax far = new PlayedPayerMax(
            List.of("outTradeNo"),
            id -> "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"\",\"data\":{\"outTradeNo\":\"" + id + "\",\"tradeNo\":\"UP-"
                    + id + "\",\"status\":\"PENDING\"}}");

    @Override
    public PlayedPayerMax payerMax() {
        return far;
    }

    @Override
    public PayoutAcquirer acquirer() {
        return new PayerMaxPayoutAcquirer(far.call(), URI.create("https://pay.example"), () -> Given.NOON);
    }

    /** Its content is in the words. */
    @Override
    public Payout another(Payout order) {
        return order;
    }
}
