package io.quittance.application.paymentlink;

import io.quittance.application.account.Holder;
import io.quittance.application.account.Serving;
import io.quittance.application.merchant.Holders;
import io.quittance.application.paymentlink.LinkAcquirer.Said;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.HeldAccounts;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.PaymentLink;
import java.util.Objects;

/**
 * Where links are asked about while a merchant waits: at the acquirer of the account that the link goes through. One that
 * is not in this process is our own configuration; nothing is sent then.
 */
public record LinkDesk(Serving<LinkAcquirer> acquirers, Holders holders, HeldAccounts held) {
    public LinkDesk {
        Objects.requireNonNull(acquirers, "acquirers");
        Objects.requireNonNull(holders, "holders");
        Objects.requireNonNull(held, "held");
    }

    /** One of the questions that an acquirer answers. */
    private interface Question {
        Answer<Said> put(LinkAcquirer acquirer, Holder holder, PaymentLink link);
    }

    Answer<Said> create(Merchant caller, PaymentLink link) {
        return ask(caller, link, LinkAcquirer::create);
    }

    Answer<Said> find(Merchant caller, PaymentLink link) {
        return ask(caller, link, LinkAcquirer::find);
    }

    Answer<Said> expire(Merchant caller, PaymentLink link) {
        return ask(caller, link, LinkAcquirer::expire);
    }

    private Answer<Said> ask(Merchant caller, PaymentLink link, Question question) {
        Holder holder = holder(caller, link);
        return acquirers
                .by(holder.account().acquirer())
                .map(acquirer -> question.put(acquirer, holder, link))
                .orElseGet(() -> Answer.nobodyThere(holder.account()));
    }

    Holder holder(Merchant caller, PaymentLink link) {
        return holders.of(caller, link.account());
    }

    /** What an answer says of our configuration. */
    void heard(Merchant caller, PaymentLink link, Answer<?> answer) {
        held.heard(holder(caller, link), answer);
    }
}
