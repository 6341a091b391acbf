package io.quittance.domain.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

@Label("Whatever was asked of an authorization")
class AuthorizationPropertiesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Asked asked() {
        return new Asked(new MerchantId(1), new AccountId(1), new RequestId("R1"), new OutTradeNo("O1"), NOON);
    }

    private static Capture collect(Money amount) {
        return Capture.requested(new CaptureId("C1"), asked(), amount, true);
    }

    private static Cancel release() {
        return Cancel.requested(new CancelId("N1"), asked());
    }

    @Property
    @Label("nothing more may begin while one is in flight or has succeeded, and anything once all have failed")
    void nothing_more_may_begin(
            @ForAll @IntRange(max = 3) int capturing,
            @ForAll @IntRange(max = 3) int captured,
            @ForAll @IntRange(max = 3) int cancelling,
            @ForAll @IntRange(max = 3) int cancelled,
            @ForAll Hold before) {
        Authorization after = new Authorization(
                        new MerchantId(1),
                        new OutTradeNo("O1"),
                        Optional.empty(),
                        Money.of("100.50", "USD"),
                        NOON,
                        before)
                .after(new Operations(capturing, captured, cancelling, cancelled));

        boolean free = capturing + captured + cancelling + cancelled == 0;
        assertEquals(
                free, after.obstacle(collect(Money.of("100.50", "USD")), NOON).isEmpty());
        assertEquals(free, after.obstacle(release(), NOON).isEmpty());
    }
}
