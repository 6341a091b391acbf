package io.quittance.domain.payout;

import io.quittance.domain.money.Country;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a merchant wants done, in our words: all that an acquirer of whatever protocol needs to pay out. It is kept nowhere:
 * it is read again from the request, which the journal keeps. What it has no word for is in that request alone.
 *
 * <p>Much of it is personal: it prints the number alone.
 *
 * @param country where the money goes
 * @param user what the merchant calls its user whom the payout is about
 * @param remark what the payee may read; upstream may cut it
 * @param reference the merchant's own words, returned as they came
 * @param notice where upstream may write to the payee, as with a code to pick money up by
 * @param notifyUrl where the merchant wants its results told. An acquirer tells us, and we tell the merchant
 * @param unread what the request says in a way that we cannot make out: which fields and what was expected, never what stands
 *     there. It is not the same as left out, so an acquirer that pays by the instruction alone can tell, and refuse
 */
public record Instruction(
        OutTradeNo order,
        Conversion conversion,
        Country country,
        Method method,
        Payee payee,
        Payer payer,
        Optional<String> user,
        Optional<Purpose> purpose,
        Optional<String> remark,
        Optional<String> reference,
        Contact notice,
        Optional<URI> notifyUrl,
        List<String> unread) {
    /** The longest text of any field of a request; the limits of single fields are their page's, and judged before. */
    public static final int MAX_CHARACTERS = 1_024;

    public Instruction {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(conversion, "conversion");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(payee, "payee");
        Objects.requireNonNull(payer, "payer");
        Wording.require("user", List.of(user));
        Objects.requireNonNull(purpose, "purpose");
        Wording.require("remark", List.of(remark));
        Wording.require("reference", List.of(reference));
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        unread = List.copyOf(unread);
    }

    @Override
    public String toString() {
        return "Instruction[" + order + "]";
    }
}
