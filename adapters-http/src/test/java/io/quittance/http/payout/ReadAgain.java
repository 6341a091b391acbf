package io.quittance.http.payout;

import io.quittance.application.journal.Message;
import io.quittance.application.payout.RequestPayout;
import io.quittance.application.store.Given;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.payout.Instruction;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.guard.Guards;
import io.quittance.http.live.OddNews;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;

/** Requests that are taken in, and read once more as for a payout that is passed on. */
public final class ReadAgain {
    private ReadAgain() {}

    /** Takes a request in and reads it once more, as a payout that is passed on. */
    public static Instruction taken(String body) throws Refusal {
        Bytes words = Bytes.utf8(body);
        Fields data = Fields.of(OddNews.read(body)).object("data");
        RequestPayout.Command command = PayoutWire.Request.read(data, words, "key", Guards.publicOnly());
        Message message = command.message();
        Payout payout = Payout.requested(
                new PayoutId("T1"),
                new MerchantId(1),
                new AccountId(1),
                command.order(),
                command.trade(),
                command.particulars(),
                command.notifyUrl(),
                Given.NOON);
        return new WireInstructions().read(payout, message.raw());
    }

    /** The least that is taken, with more in it. @param payee behind the account */
    public static String least(String more, String payee) {
        return "{\"data\":{\"outTradeNo\":\"O1\",\"country\":\"PH\",\"trade\":{\"amount\":30.5,\"currency\":\"PHP\"},"
                + "\"payeeInfo\":{\"paymentMethodType\":\"CASH\",\"accountInfo\":{\"accountNo\":\" 08 \"}" + payee + "}"
                + more + "}}";
    }
}
