package io.quittance.http.payermax;

import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.payout.PayoutAcquirer.Asked;
import io.quittance.application.payout.PayoutAcquirer.Said;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.RemoteAcquirerContract;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Who passes payouts on to PayerMax")
class PayerMaxPayoutsContractTest implements RemoteAcquirerContract<Payout, Said> {
    private final PlayedPayerMax far = new PlayedPayerMax(
            List.of("outTradeNo"),
            id -> "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"\",\"data\":{\"outTradeNo\":\"" + id + "\",\"tradeNo\":\"UP-"
                    + id + "\",\"status\":\"PENDING\"}}");

    @AfterEach
    void close() {
        far.close();
    }

    private PayerMaxPayoutAcquirer acquirer() {
        return new PayerMaxPayoutAcquirer(far.call(), URI.create("https://pay.example"), () -> Given.NOON);
    }

    @Override
    public Payout order() {
        return GivenPayouts.payout(Upstream.MERCHANT.id());
    }

    /** Its content is in the words. */
    @Override
    public Payout another(Payout order) {
        return order;
    }

    @Override
    public Answer<Said> pass(Payout order) {
        Bytes words = Bytes.utf8("{\"data\":{\"outTradeNo\":\"" + order.order() + "\",\"country\":\"PH\"}}");
        return acquirer().pay(Upstream.HOLDER, order, new Asked(GivenPayouts.instruction(order, "rent"), words));
    }

    @Override
    public boolean knowsItsIds() {
        return acquirer().knowsItsIds();
    }

    @Override
    public boolean has(Said said) {
        return said instanceof Said.Has;
    }

    @Override
    public boolean hadAlready(Said said) {
        return said instanceof Said.HadAlready;
    }

    @Override
    public int arrived() {
        return far.orders();
    }

    @Override
    public void far(Play play) {
        far.plays(play);
    }

    @Override
    public void goesAway() {
        far.goesAway();
    }
}
